import { chmodSync } from "node:fs";
import { join } from "node:path";
import { ownFiles } from "../../kernel/files/ownFiles.ts";
import { replaceFolder } from "../../kernel/files/replaceFolder.ts";
import type { Attempt } from "../gradebook/attempt.ts";
import type { ContentStore } from "../store/contentStore.ts";
import { submittedMark } from "./submittedMark.ts";

/**
 * Writes attempts as nbgrader has them: `STUDENT/ASSIGNMENT/NOTEBOOK.ipynb` under the name that was handed out, the
 * other files as they were, and `timestamp.txt` in UTC. A student's folder of an assignment is ours whole or not at all.
 *
 * @param submitted the folder of all submissions
 * @param attempts those that count, one for each student and assignment
 * @returns how many were written
 * @throws {Refusal} (exit code 2) before anything is written, if a folder is somebody else's
 */
export function layOut(submitted: string, attempts: Iterable<Attempt>, store: ContentStore): number {
  const purpose = "lay out submissions";
  const all = [...attempts];
  const folderOf = ({ student, assignment }: Attempt): string => join(submitted, student, assignment);
  for (const attempt of all) ownFiles(folderOf(attempt), submittedMark, purpose);
  for (const attempt of all) {
    const folder = folderOf(attempt);
    const files = filesOf(attempt, store);
    replaceFolder(folder, files, submittedMark, purpose);
    for (const above of [submitted, join(submitted, attempt.student), folder]) chmodSync(above, 0o700);
    for (const path of [...files.keys(), submittedMark.file]) chmodSync(join(folder, path), 0o600);
  }
  return all.length;
}

function filesOf({ files, submittedAt }: Attempt, store: ContentStore): Map<string, Buffer | string> {
  const laid = new Map<string, Buffer | string>();
  if (submittedAt !== null)
    laid.set("timestamp.txt", `${submittedAt.replace("T", " ").replace(/(\.000)?Z$/, "")} UTC\n`);
  const names = files.map(({ name }) => name);
  for (const { name, notebook, sha256, problem } of files) {
    if (name === "timestamp.txt" && laid.has(name)) continue;
    // What is in a zip needs its folder's name, which the zip itself has.
    const isUnpacked = names.some((other) => other.startsWith(`${name}/`));
    const path = notebook !== null && problem === null ? `${notebook}.ipynb` : name;
    if (!isUnpacked && isInside(path) && !laid.has(path)) laid.set(path, store.read(sha256));
  }
  return laid;
}

/** What cannot be a path of ours stays in the store alone, as does a rival of the notebook that counts. */
const isInside = (path: string): boolean =>
  !path.split("/").some((part) => part === "" || part.startsWith(".")) && !/[\\\0]/.test(path);
