import { existsSync, lstatSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ownFiles } from "../kernel/files/ownFiles.ts";
import { replaceFolder } from "../kernel/files/replaceFolder.ts";
import { Refusal } from "../kernel/refusal.ts";
import { checksum, courseMark, markFile, readMark } from "./courseMark.ts";

const purpose = "write the course";

/**
 * Writes a course, or more of it, or some of it anew. Chapters that are there already stay, and what nbgrader, students
 * and instructors put beside our files.
 *
 * @throws {Refusal} (exit code 2) if the folder is somebody else's, or a file to be written anew was changed since
 */
export function writeCourse(folder: string, made: ReadonlyMap<string, string>): void {
  ownFiles(folder, courseMark(), purpose); // whose it is
  const path = join(folder, markFile);
  const before = existsSync(path) ? readMark(readFileSync(path, "utf8")) : undefined;
  const files = new Map<string, string | Buffer>(made);
  for (const name of before?.files ?? []) {
    const file = join(folder, name);
    if (!lstatSync(file, { throwIfNoEntry: false })?.isFile()) continue;
    const content = readFileSync(file);
    if (!made.has(name)) files.set(name, content);
    else if (!before?.sums[name]?.includes(checksum(content)) && made.get(name) !== content.toString())
      refuseChanged(file);
  }
  replaceFolder(folder, files, courseMark(made, before), purpose);
}

function refuseChanged(file: string): never {
  throw new Refusal(
    `Cannot ${purpose}: ${file} was changed since it was written, and would be lost\n` +
      "  Try   -o with another folder, or move that file away",
    2,
  );
}
