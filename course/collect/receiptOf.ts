import { createHash } from "node:crypto";
import type { AttemptFile } from "../gradebook/attempt.ts";

/** Of the bytes alone: under other names they are the same. nbgrader writes a new time beside the same files. */
export const bytesOf = (files: readonly AttemptFile[]): string =>
  files
    .filter(({ name }) => name !== "timestamp.txt" && !name.includes(".zip/"))
    .map(({ sha256 }) => sha256)
    .sort()
    .join(" ");

/**
 * A code that stands for what a student handed in: from it follows nothing, but it can be made again from the same
 * bytes. The audit log chains it to all that came before, so that an attempt cannot go missing unseen.
 *
 * @param again how often the same bytes were handed in before, with others in between
 */
export function receiptOf(student: string, assignment: string, bytes: string, again: number): string {
  const hash = createHash("sha256")
    .update(JSON.stringify([student, assignment, bytes, again]))
    .digest();
  // Crockford's base 32: no letter in it looks like a digit. 60 bits, to be read aloud.
  const letters = Array.from(hash.subarray(0, 12), (byte) => "0123456789ABCDEFGHJKMNPQRSTVWXYZ"[byte % 32]);
  return [0, 4, 8].map((start) => letters.slice(start, start + 4).join("")).join("-");
}
