import { lstatSync, rmdirSync, unlinkSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * Removes files from a folder, and the folders in it that are empty then. What stands in their place by now,
 * a folder or a link, or lies behind a link, is somebody's and stays.
 */
export function removeOwn(folder: string, paths: readonly string[]): void {
  for (const path of paths) {
    const above = foldersAbove(path);
    if (!above.every((step) => isKind(join(folder, step), "isDirectory"))) continue;
    if (isKind(join(folder, path), "isFile")) unlinkSync(join(folder, path));
    for (const step of above.reverse()) if (!removeEmpty(join(folder, step))) break;
  }
}

/** `a/b/c` lies in `a` and `a/b`. */
function foldersAbove(path: string): string[] {
  const above = dirname(path);
  return above === "." ? [] : [...foldersAbove(above), above];
}

/** A path that is not there is of every kind: a killed run may have removed it. */
function isKind(path: string, kind: "isDirectory" | "isFile"): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.[kind]() ?? kind === "isDirectory";
}

/** Removes a folder if nothing is in it. Gives whether it is gone. */
export function removeEmpty(folder: string): boolean {
  try {
    rmdirSync(folder);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return true;
    if (code === "ENOTEMPTY" || code === "EEXIST") return false;
    throw error;
  }
}
