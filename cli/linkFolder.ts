import { lstatSync, mkdirSync, readlinkSync, renameSync, symlinkSync } from "node:fs";
import { dirname } from "node:path";
import { partIn, sweepParts } from "../kernel/files/parts.ts";
import { Refusal } from "../kernel/refusal.ts";

/**
 * Makes a link to a folder, at once: whoever follows it meets the old folder or the new one. It replaces a link to the
 * same place in this or another checkout, and nothing else.
 *
 * @param inside the part of the target's path, such as ".native", from which on two targets are the same place
 * @throws {Refusal} (exit code 2) if something else stands there
 */
export function linkFolder(target: string, link: string, inside: string): void {
  const place = (path: string): string => path.slice(path.lastIndexOf(inside));
  const info = lstatSync(link, { throwIfNoEntry: false });
  if (info && !(info.isSymbolicLink() && place(readlinkSync(link)) === place(target))) {
    throw new Refusal(
      `Cannot link ${link}: it must be new, or a link to ${place(target)}, got ${info.isSymbolicLink() ? "another link" : "something else"}\n` +
        "  Try   to move it away",
      2,
    );
  }
  mkdirSync(dirname(link), { recursive: true });
  sweepParts(dirname(link));
  const part = partIn(dirname(link));
  symlinkSync(target, part, "dir");
  renameSync(part, link);
}
