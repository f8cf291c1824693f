import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { Refusal } from "../../kernel/refusal.ts";

/** Hundreds of pages, on a busy machine. */
const patienceMs = 30 * 60_000;

/**
 * Prints a document: tagged for screen readers, with its headings as an outline.
 *
 * @param chromium the program
 * @param folder an empty folder of the caller's, for the browser's own files
 * @throws {Refusal} (exit code 1) with what the browser said, if it made none
 */
export async function chromiumPdf(chromium: string, document: string, folder: string): Promise<Buffer> {
  const pdf = join(folder, "printed.pdf");
  const args = [
    ...["--headless", "--disable-gpu", "--no-first-run", `--user-data-dir=${join(folder, "profile")}`],
    ...["--no-pdf-header-footer", "--generate-pdf-document-outline", "--export-tagged-pdf"],
    // Root has no sandbox; the document is ours, and runs no script.
    ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    ...[`--print-to-pdf=${pdf}`, pathToFileURL(document).href],
  ];
  const said = await promisify(execFile)(chromium, args, { timeout: patienceMs, killSignal: "SIGKILL" }).then(
    ({ stderr }) => stderr,
    (error: Error & { stderr?: string }) => error.stderr || error.message,
  );
  if (existsSync(pdf)) return readFile(pdf);
  throw new Refusal(
    `Cannot print the book: ${chromium} made no PDF; it said:\n${said.trim().slice(-1500)}`,
    1,
  );
}
