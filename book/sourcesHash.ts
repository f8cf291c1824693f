import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { contentHash } from "./cache.ts";

/** Everything besides a notebook that can change what its cells print. */
const sources = ["kernel", "lib", "data", "package-lock.json"];

/** One hash over the sources that chapters run on, names included. Missing ones count as empty. */
export async function sourcesHash(root: string): Promise<string> {
  const hashes: string[] = [process.version];
  for (const source of sources) {
    for (const path of await filesUnder(root, source)) {
      hashes.push(path, contentHash(await readFile(join(root, path))));
    }
  }
  return contentHash(hashes);
}

async function filesUnder(root: string, path: string): Promise<string[]> {
  const entries = await readdir(join(root, path), { withFileTypes: true }).catch((error) => {
    if (error.code === "ENOTDIR") return undefined;
    if (error.code === "ENOENT") return [];
    throw error;
  });
  if (entries === undefined) return [path];
  const kept = entries.filter(
    ({ name }) => name !== "node_modules" && !name.startsWith(".") && !name.endsWith(".md"),
  );
  const nested = kept
    .map(({ name }) => `${path}/${name}`)
    .sort()
    .map((child) => filesUnder(root, child));
  return (await Promise.all(nested)).flat();
}
