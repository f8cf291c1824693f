import { readFileSync } from "node:fs";
import { join } from "node:path";
import { listMark } from "../../kernel/files/listMark.ts";
import { ownFiles } from "../../kernel/files/ownFiles.ts";
import { replaceFolder } from "../../kernel/files/replaceFolder.ts";

const purpose = "write feedback";

/** How a folder of feedback is told from another. */
const feedbackMark = listMark(
  "genloss course feedback",
  ".genloss-feedback.json",
  "--out with another folder",
);

/**
 * Writes feedback in place of what was written before for the same assignments; that of others stays. All of it is for its
 * owner's eyes alone.
 *
 * @param assignments those that `files` are the feedback on
 * @throws {Refusal} (exit code 2) if the folder or a file in the way is somebody else's
 */
export function writeFeedback(
  folder: string,
  assignments: readonly string[],
  files: ReadonlyMap<string, string>,
): void {
  const isAnew = (path: string): boolean =>
    assignments.some((name) => path === `${name}.html` || path.split("/")[1] === name);
  const others = [...ownFiles(folder, feedbackMark, purpose)]
    .filter((path) => path !== feedbackMark.file && !isAnew(path))
    .flatMap((path): [string, Buffer][] => {
      const kept = bytesOf(join(folder, path));
      return kept ? [[path, kept]] : [];
    });
  const before = process.umask(0o077);
  try {
    replaceFolder(folder, new Map<string, string | Buffer>([...others, ...files]), feedbackMark, purpose);
  } finally {
    process.umask(before);
  }
}

/** What somebody took away is not missed. */
function bytesOf(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
