import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** Every file of a folder by its path, as text that keeps every byte. */
export async function bytesOf(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const read = await Promise.all(
    paths.sort().map(async (path) => [path.slice(folder.length), await readFile(path, "latin1")] as const),
  );
  return Object.fromEntries(read);
}
