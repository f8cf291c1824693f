import { existsSync, lstatSync } from "node:fs";
import { Refusal } from "../refusal.ts";
import type { FolderMark } from "./folderMark.ts";
import { ownFiles } from "./ownFiles.ts";
import { sweepParts } from "./parts.ts";
import { removeEmpty, removeOwn } from "./removeOwn.ts";

/**
 * Removes what a maker wrote into a folder, and the folder too unless somebody else's files are in it. The mark goes
 * last, so that the same command ends the work of one that was killed.
 *
 * @returns whether anything of the maker's was there
 * @throws {Refusal} (exit code 2) if the folder is somebody else's, or it cannot be removed
 */
export function removeFolder(folder: string, mark: FolderMark, purpose: string): boolean {
  if (!existsSync(folder)) return false;
  const own = ownFiles(folder, mark, purpose);
  try {
    sweepParts(folder);
    removeOwn(
      folder,
      [...own].filter((path) => path !== mark.file),
    );
    removeOwn(folder, [mark.file]);
    if (lstatSync(folder).isDirectory()) removeEmpty(folder);
  } catch (cause) {
    throw new Refusal(`Cannot ${purpose}: ${(cause as Error).message}`, 2, { cause });
  }
  return own.size > 0;
}
