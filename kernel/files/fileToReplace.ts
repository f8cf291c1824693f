import { accessSync, constants, lstatSync, type Stats, statSync } from "node:fs";
import { Refusal } from "../refusal.ts";

/**
 * The file that stands where one is to be written; undefined if there is none. A device, a folder, a link to nothing or
 * a file under protection is not to be renamed over.
 *
 * @throws {Refusal} (exit code 2) if something stands there that no file may replace
 */
export function fileToReplace(path: string): Stats | undefined {
  try {
    const info = statSync(path, { throwIfNoEntry: false });
    if (info === undefined && lstatSync(path, { throwIfNoEntry: false }))
      throw new Error("it is a link to nothing");
    if (info?.isDirectory()) throw new Error("it is a folder");
    if (info && !info.isFile()) throw new Error("it is no ordinary file");
    if (info) accessSync(path, constants.W_OK);
    return info;
  } catch (cause) {
    throw new Refusal(`Cannot write ${path}: ${(cause as Error).message}`, 2, { cause });
  }
}
