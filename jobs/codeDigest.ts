import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";

/**
 * A digest of code of a project: who has another does not do the same work.
 *
 * @param root the project's folder
 * @param places folders and files in it, from its root; what is not there is left out
 */
export function codeDigest(root: string, places: readonly string[]): string {
  const hash = createHash("sha256");
  for (const place of places)
    for (const path of codeIn(join(root, place))) {
      hash.update(`${relative(root, path)}\0`);
      hash.update(readFileSync(path));
      hash.update("\0");
    }
  return hash.digest("hex");
}

function* codeIn(path: string): Generator<string> {
  if (!existsSync(path)) return;
  if (statSync(path).isFile()) {
    yield path;
    return;
  }
  const entries = readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (entry.isDirectory() ? entry.name !== "node_modules" : /\.(?:ts|json)$/.test(entry.name))
      yield* codeIn(join(path, entry.name));
  }
}
