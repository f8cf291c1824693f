import { chmodSync, chownSync, mkdirSync, realpathSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { Refusal } from "../refusal.ts";
import { fileToReplace } from "./fileToReplace.ts";
import { partIn, sweepParts } from "./parts.ts";

/**
 * Writes a file at once or not at all: whoever reads it meets the old text or the new one, also after a kill. A link
 * stays a link, and a file keeps its permissions and its owner. What a killed writer left beside it goes.
 *
 * Why not write-file-atomic: after a kill its half-written files stay for good, since nothing tells them from others.
 *
 * @param mode permissions of a file that was not there
 * @throws {Refusal} (exit code 2) if it cannot; then nothing is left behind
 */
export function writeWhole(path: string, text: string | Uint8Array, mode = 0o666): void {
  const before = fileToReplace(path);
  let part: string | undefined;
  try {
    const target = before ? realpathSync(path) : path;
    mkdirSync(dirname(target), { recursive: true });
    sweepParts(dirname(target));
    part = partIn(dirname(target));
    writeFileSync(part, text, { mode });
    if (before) chmodSync(part, before.mode);
    if (before && process.getuid?.() === 0) chownSync(part, before.uid, before.gid);
    renameSync(part, target);
  } catch (cause) {
    if (part !== undefined) rmSync(part, { force: true });
    throw new Refusal(`Cannot write ${path}: ${(cause as Error).message}`, 2, { cause });
  }
}
