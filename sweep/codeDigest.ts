import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

/** The folders whose code a sweep's numbers come from. */
const folders = ["lib", "data", "jobs", "sweep"];

/**
 * A digest of the code of this project that jobs run: who has another does not do the same work.
 *
 * @param root the project's folder
 */
export function codeDigest(root: string): string {
  const hash = createHash("sha256");
  for (const folder of folders)
    for (const path of codeIn(join(root, folder))) {
      hash.update(`${relative(root, path)}\0`);
      hash.update(readFileSync(path));
      hash.update("\0");
    }
  return hash.digest("hex");
}

function* codeIn(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  )) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && entry.name !== "node_modules") yield* codeIn(path);
    else if (entry.isFile() && /\.(?:ts|json)$/.test(entry.name)) yield path;
  }
}
