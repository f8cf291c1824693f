import { readdir } from "node:fs/promises";
import { join } from "node:path";

/** Source files below a folder of the project, in a fixed order; of a file, itself. What is missing has none. */
export async function filesUnder(root: string, path: string): Promise<string[]> {
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
