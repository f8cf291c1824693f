import { readFileSync } from "node:fs";
import { fileToReplace } from "../../kernel/files/fileToReplace.ts";
import { Refusal } from "../../kernel/refusal.ts";

/** The end of a PDF of ours: a comment, by which it is told from others. */
const mark = "\n% Printed by genloss book --pdf\n";

/**
 * A PDF with our mark, and without the times of this machine.
 *
 * @param day the day of publication, such as 2026-12-01, if there is one
 */
export function markPdf(pdf: Buffer, day: string | undefined): Buffer {
  const date = `(D:${(day ?? "1980-01-01").replaceAll("-", "")}000000`;
  // Every place in the file is counted in bytes: what replaces has the same length.
  const text = pdf.toString("latin1").replace(/(\/(?:CreationDate|ModDate) )\(D:\d{14}/g, `$1${date}`);
  return Buffer.from(text + mark, "latin1");
}

/**
 * A printed book replaces nothing but one.
 *
 * @throws {Refusal} (exit code 2) if a file is there that is not empty and no PDF of ours
 */
export function refuseOthersPdf(path: string): void {
  if (path === "") throw new Refusal('Cannot print the book: --pdf must name a file, got ""', 2);
  if ((fileToReplace(path)?.size ?? 0) === 0) return;
  const bytes = readFileSync(path);
  if (bytes.subarray(-mark.length).toString("latin1") === mark) return;
  throw new Refusal(
    `Cannot print the book: ${path} must be new, empty, or a PDF that genloss book printed, got another file\n` +
      "  Try   --pdf with another name",
    2,
  );
}
