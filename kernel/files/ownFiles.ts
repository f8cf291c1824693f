import { accessSync, constants, lstatSync, readdirSync, readFileSync, type Stats, statSync } from "node:fs";
import { dirname, join, posix, resolve } from "node:path";
import { Refusal } from "../refusal.ts";
import type { FolderMark } from "./folderMark.ts";
import { isPart } from "./parts.ts";

/**
 * The files of a folder that its maker wrote, the mark included, and may write again. None if the folder is absent
 * or empty. Whatever else lies in a marked folder is somebody's.
 *
 * @param purpose what the folder is for, as it stands after "Cannot" in a message
 * @throws {Refusal} (exit code 2) if the folder is somebody else's, or no folder, or cannot be written
 */
export function ownFiles(folder: string, mark: FolderMark, purpose: string): ReadonlySet<string> {
  const refuse: Refuse = (got) => {
    throw new Refusal(
      `Cannot ${purpose}: ${folder} must be a new or an empty folder, or one that ${mark.maker} made, got ${got}\n  Try   ${mark.advice}`,
      2,
    );
  };
  const names = namesIn(resolve(folder), refuse); // a slash at its end would follow a file
  if (names.length === 0) return new Set();
  const paths = marked(folder, mark);
  if (paths) return new Set([...paths, mark.file]);
  const more = names.length === 1 ? "" : ` and ${names.length - 1} more`;
  return refuse(`one that holds ${names.sort()[0]}${more}`);
}

type Refuse = (got: string) => never;

/** What stands in a folder, without what is half written. Of one that is not there yet, nothing. */
function namesIn(folder: string, refuse: Refuse): string[] {
  try {
    const info = infoOf(folder, statSync);
    if (info && !info.isDirectory()) refuse("a file");
    accessSync(info ? folder : folderAbove(folder, refuse), constants.R_OK | constants.W_OK | constants.X_OK);
    return info ? readdirSync(folder).filter((name) => !isPart(name)) : [];
  } catch (error) {
    if (error instanceof Refusal) throw error;
    return refuse(`a place that cannot be written: ${(error as Error).message}`);
  }
}

/** The nearest folder that there is, above one that is not there yet. */
function folderAbove(folder: string, refuse: Refuse): string {
  for (let path = folder; ; path = dirname(path)) {
    if (!infoOf(path, lstatSync)) continue;
    const info = infoOf(path, statSync);
    if (!info) refuse(`a link to nothing${path === folder ? "" : ` on the way, ${path}`}`);
    if (!info.isDirectory()) refuse(`a path through the file ${path}`);
    return path;
  }
}

function infoOf(path: string, look: typeof statSync | typeof lstatSync): Stats | undefined {
  try {
    return look(path);
  } catch (error) {
    if (/^(?:ENOENT|ENOTDIR)$/.test((error as NodeJS.ErrnoException).code ?? "")) return undefined;
    throw error;
  }
}

/** What the mark of a folder speaks of; undefined if there is none, or none that can be believed. */
function marked(folder: string, mark: FolderMark): readonly string[] | undefined {
  const path = join(folder, mark.file);
  // Behind a link lies another folder's mark.
  if (!infoOf(path, lstatSync)?.isFile()) return undefined;
  const paths = mark.paths(readFileSync(path, "utf8"));
  return paths?.every(isInside) ? paths : undefined;
}

/** Whether a path stays in the folder that it is relative to, and is spelled in the one plain way. */
const isInside = (path: string): boolean =>
  /^[^/\\]/.test(path) &&
  path !== "." &&
  !/^\.\.(?:\/|$)|[\\\0]/.test(path) &&
  posix.normalize(path) === path;
