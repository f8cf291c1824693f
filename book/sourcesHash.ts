import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { contentHash } from "./cache.ts";
import { filesUnder } from "./filesUnder.ts";

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
