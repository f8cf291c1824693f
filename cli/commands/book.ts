import { enableCompileCache } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Command, Option } from "commander";
import { type Flavour, flavours } from "../../book/flavour.ts";
import { refuseOthersPdf } from "../../book/print/pdfMark.ts";
import { requireChromium } from "../../book/print/requireChromium.ts";
import { writeWhole } from "../../kernel/files/writeWhole.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { runNotebook } from "../../kernel/run/runNotebook.ts";

interface BookFlags {
  readonly serve?: boolean;
  readonly out?: string;
  readonly port: string;
  readonly flavour: Flavour;
  readonly pdf?: string;
}

/** `genloss book`: builds the site from the notebooks, or serves it while they change. */
export function bookCommand(): Command {
  return new Command("book")
    .description("build the book from the notebooks; chapters that did not change are not run again")
    .option("--serve", "serve it on this machine, and rebuild and reload on every change")
    .option("--port <number>", "first port to try with --serve", "4000")
    .addOption(
      new Option(
        "--flavour <name>",
        "for readers, with solutions below the tasks; or for a class, without any",
      )
        .choices(flavours)
        .default("reader"),
    )
    .option(
      "-o, --out <folder>",
      "where the site goes: a new or empty folder, or a site of that flavour to replace (default: book/dist, or book/dist-class)",
    )
    .option("--pdf <file>", "print the whole book, too, with the Chromium of this machine")
    .addHelpText(
      "after",
      `
The two flavours are made from the same runs. A site of one never replaces a site of the other.

Example: genloss book --flavour class -o public`,
    )
    .action(book);
}

async function book({ serve, out, port, flavour, pdf }: BookFlags): Promise<void> {
  const number = Number(port);
  if (!Number.isInteger(number) || number < 0 || number > 65_535) {
    throw new Refusal(`Cannot serve the book: --port must be a number from 0 to 65535, got ${port}`, 2);
  }
  if (out === "") throw new Refusal('Cannot write the book: --out must name a folder, got ""', 2);
  if (pdf !== undefined && serve)
    throw new Refusal("Cannot print the book: --pdf must be given without --serve, got both", 2);
  // Before minutes go into a book that cannot be printed.
  if (pdf !== undefined) refuseOthersPdf(pdf);
  const chromium = pdf === undefined ? undefined : requireChromium();
  const started = performance.now();
  const options = {
    root: fileURLToPath(new URL("../../", import.meta.url)),
    run: runNotebook,
    flavour,
    ...(out !== undefined && { out }),
    onProgress: (line: string) => console.error(line),
  };
  // What is loaded from here on is compiled once for many builds: that is a sixth of one in which little has changed.
  enableCompileCache(join(options.root, "book/.cache/code"));
  // Loaded here, so that other commands start without Markdown, highlighting and fonts.
  if (serve) {
    const { serveBook } = await import("../../book/serve.ts");
    const { url } = await serveBook({ ...options, port: number });
    console.log(`\nThe book is at ${url}\nIt reloads as you edit. Stop with Ctrl+C.`);
    return;
  }
  const { buildBook } = await import("../../book/build.ts");
  const { out: folder, pages, ran, copy } = await buildBook(options);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`Wrote ${pages.length} pages to ${folder} (${ran.length} chapters run, ${seconds} s)`);
  if (pdf === undefined || chromium === undefined) return;
  const { printBook } = await import("../../book/print/printBook.ts");
  console.error(`${pdf}  printing, twice`);
  writeWhole(pdf, await printBook(copy, chromium));
  console.log(`Printed ${pdf}`);
}
