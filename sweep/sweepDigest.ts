import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import { build } from "esbuild";
import { codeDigest } from "../jobs/codeDigest.ts";

/** The folders whose code a sweep's numbers come from. */
const folders = ["lib", "data", "jobs", "sweep"];

/**
 * A digest of all that a sweep's numbers come from: its file, the files that it imports by path, and this project's code.
 *
 * @param root the project's folder
 * @param file the sweep's, which was read before
 */
export async function sweepDigest(root: string, file: string): Promise<string> {
  const entry = resolve(file);
  const { metafile } = await build({
    ...{ entryPoints: [entry], absWorkingDir: dirname(entry), bundle: true, write: false, metafile: true },
    ...{ platform: "node", format: "esm", packages: "external", logLevel: "silent" },
  });
  const hash = createHash("sha256").update(codeDigest(root, folders));
  const paths = Object.keys(metafile.inputs).map((path) => resolve(dirname(entry), path));
  for (const path of paths.sort()) {
    hash.update(`${relative(dirname(entry), path)}\0`);
    hash.update(readFileSync(path));
    hash.update("\0");
  }
  return hash.digest("hex");
}
