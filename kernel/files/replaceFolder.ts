import { lstatSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Refusal } from "../refusal.ts";
import type { FolderMark } from "./folderMark.ts";
import { ownFiles } from "./ownFiles.ts";
import { partIn, sweepParts } from "./parts.ts";
import { removeOwn } from "./removeOwn.ts";

type Files = ReadonlyMap<string, string | Buffer>;

/**
 * Makes a folder hold these files in place of those that the same maker wrote there before. Nothing else in it
 * is touched. A writer that is killed takes nothing away: each path holds the old file or the new one, whole.
 *
 * The folder itself is never renamed, since no call of Node swaps two folders at once: a kill between two renames would
 * leave none at that path. Instead everything is written in full beside the files, then renamed into place, file by
 * file: first what is new, then what changed, in the given order, and last goes what is no longer wanted. The mark
 * speaks of the old and the new files until then, so the same command run again ends the work of a killed one. A
 * folder that is linked, mounted, served or a worktree stays that.
 *
 * @param files by path; what others refer to comes before them
 * @throws {Refusal} (exit code 2) if the folder or a file in the way is somebody else's, or it cannot be written
 */
export function replaceFolder(folder: string, files: Files, mark: FolderMark, purpose: string): void {
  const own = ownFiles(folder, mark, purpose);
  refuseInTheWay(folder, files, own, purpose);
  const wanted = [...files.keys()].sort();
  const stale = [...own].filter((path) => path !== mark.file && !files.has(path));
  const both = mark.text([...wanted, ...stale].sort());
  const after = mark.text(wanted);
  try {
    mkdirSync(folder, { recursive: true });
    sweepParts(folder);
    const changed = [...files].filter(([path, content]) => !holds(join(folder, path), content));
    const isNew = ([path]: readonly [string, unknown]): boolean => !exists(join(folder, path));
    const inOrder = [...changed.filter(isNew), ...changed.filter((file) => !isNew(file))];
    writeAll(folder, [[mark.file, both], ...inOrder]);
    removeOwn(folder, stale);
    writeAll(folder, [[mark.file, after]]);
  } catch (cause) {
    throw new Refusal(`Cannot ${purpose}: ${(cause as Error).message}`, 2, { cause });
  }
}

/** Writes files in full, then gives them their names, in this order. */
function writeAll(folder: string, files: readonly (readonly [string, string | Buffer])[]): void {
  const changed = files.filter(([path, content]) => !holds(join(folder, path), content));
  if (changed.length === 0) return;
  const part = partIn(folder);
  mkdirSync(part);
  try {
    for (const [index, [, content]] of changed.entries()) writeFileSync(join(part, String(index)), content);
    for (const [index, [path]] of changed.entries()) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      renameSync(join(part, String(index)), join(folder, path));
    }
  } finally {
    rmSync(part, { recursive: true, force: true });
  }
}

/** Somebody may have put a file, a folder or a link of theirs where one of ours is to go. */
function refuseInTheWay(folder: string, files: Files, own: ReadonlySet<string>, purpose: string): void {
  const refuse = (path: string): never => {
    throw new Refusal(`Cannot ${purpose}: ${join(folder, path)} is in the way, and not of our making`, 2);
  };
  for (const path of files.keys()) {
    const steps = path.split("/");
    for (let depth = 1; depth < steps.length; depth++) {
      const above = steps.slice(0, depth).join("/");
      if (exists(join(folder, above)) && !lstatSync(join(folder, above)).isDirectory()) refuse(above);
    }
    const info = lstatSync(join(folder, path), { throwIfNoEntry: false });
    if (info && !(info.isFile() && own.has(path))) refuse(path);
  }
}

const exists = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false }) !== undefined;

const holds = (path: string, content: string | Buffer): boolean =>
  exists(path) && readFileSync(path).equals(Buffer.from(content));
