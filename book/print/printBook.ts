import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromiumPdf } from "./chromiumPdf.ts";
import { destinations } from "./destinations.ts";
import { type PaperSources, paperDocument } from "./paperDocument.ts";
import { markPdf } from "./pdfMark.ts";

/**
 * The whole book as a PDF. Chromium cannot say in the contents on which page a chapter begins: so it prints twice, and the
 * second time the contents have the numbers of the first.
 *
 * @param chromium the program that prints
 * @throws {Refusal} if it does not
 */
export async function printBook(sources: PaperSources, chromium: string): Promise<Buffer> {
  const css = readFileSync(new URL("../theme/paper/paper.css", import.meta.url), "utf8");
  const documentWith = await paperDocument(sources, css);
  const print = async (numbers: ReadonlyMap<string, number>): Promise<Buffer> => {
    const folder = mkdtempSync(join(tmpdir(), "genloss-print-"));
    try {
      const document = join(folder, "book.xhtml");
      await writeFile(document, documentWith(numbers));
      return await chromiumPdf(chromium, document, folder);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };
  const printed = await print(destinations(await print(new Map())));
  return markPdf(printed, sources.config.edition.published);
}
