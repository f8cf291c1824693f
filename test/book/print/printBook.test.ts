import assert from "node:assert/strict";
import { chmod, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { inflateSync } from "node:zlib";
import { buildBook } from "../../../book/build.ts";
import { destinations } from "../../../book/print/destinations.ts";
import type { PaperSources } from "../../../book/print/paperDocument.ts";
import { markPdf, refuseOthersPdf } from "../../../book/print/pdfMark.ts";
import { printBook } from "../../../book/print/printBook.ts";
import { requireChromium } from "../../../book/print/requireChromium.ts";
import { findChromium } from "../../tools/chromium.ts";
import { withLibrary } from "../fixtures/library.ts";
import { type Project, project, storedOutputs } from "../tools/project.ts";

let files: Project;
let copy: PaperSources;
let printed: Promise<Buffer> | undefined;

before(async () => {
  files = await project(withLibrary);
  ({ copy } = await buildBook({ root: files.root, run: storedOutputs() }));
});
after(() => files?.[Symbol.asyncDispose]());

/** The PDF of the two-chapter book, or the reason why there is none. */
async function pdf(): Promise<{ bytes: Buffer; text: string } | { reason: string }> {
  const chromium = await findChromium();
  if ("reason" in chromium) return chromium;
  printed ??= printBook(copy, chromium.path);
  const bytes = await printed;
  return { bytes, text: bytes.toString("latin1") };
}

/** A text of a PDF: as it is, or in hexadecimal UTF-16. */
const read = (plain: string | undefined, hex: string | undefined): string =>
  hex === undefined
    ? (plain ?? "").replace(/\\(.)/g, "$1")
    : Buffer.from(hex, "hex")
        .swap16()
        .toString("utf16le")
        .replace(/^\ufeff/, "");

/** The titles of the outline, in the order of the file. */
const outline = (text: string): string[] =>
  [
    ...text.matchAll(
      /<<\/Title (?:\(((?:[^\\)]|\\.)*)\)|<([\dA-F]+)>)\n\/(?:Parent|Dest|Prev|Next|First|A) /g,
    ),
  ].map(([, plain, hex]) => read(plain, hex));

/** What each page shows: how often text, a picture or a drawing. */
function shownOn(bytes: Buffer, text: string): number[] {
  return [...text.matchAll(/\/Type \/Page\n[\s\S]*?\/Contents (\d+) 0 R/g)].map(([, id]) => {
    const head = new RegExp(`(?:^|\\n)${id} 0 obj\\n<<[^>]*/Length (\\d+)>> stream\\n`).exec(text);
    const from = (head?.index ?? 0) + (head?.[0].length ?? 0);
    const content = inflateSync(bytes.subarray(from, from + Number(head?.[1]))).toString("latin1");
    return (content.match(/\b(?:Tj|TJ|Do)\b/g) ?? []).length;
  });
}

test("the PDF has the pages in its outline, is tagged, and has its fonts in it", async (t) => {
  const got = await pdf();
  if ("reason" in got) return t.skip(got.reason);
  const titles = outline(got.text);
  for (const title of [
    "Contents",
    "Preface",
    "A photocopy of a photocopy",
    "Rare things die first",
    "Colophon",
  ])
    assert.ok(titles.includes(title), `${title} is among ${titles.join(" | ")}`);
  assert.match(got.text, /\/MarkInfo <<[^>]*\/Marked true/);
  assert.match(got.text, /\/Lang \(en\)/);
  // The faces with an axis of weights are drawn into the file, letter by letter: type 3. All others are in it as files.
  const fonts = [...got.text.matchAll(/\/Subtype \/(CIDFontType2|CIDFontType0|TrueType|Type1)\b/g)].length;
  const embedded = got.text.match(/\/FontFile[23]? \d+ 0 R/g)?.length ?? 0;
  assert.ok(fonts > 3 && embedded === fonts, `${embedded} of ${fonts} fonts are in the file`);
  assert.match(got.text, /SourceSerif/);
});

test("no page is blank, and the contents say where chapters begin", async (t) => {
  const got = await pdf();
  if ("reason" in got) return t.skip(got.reason);
  const shown = shownOn(got.bytes, got.text);
  assert.ok(shown.length >= 8, `${shown.length} pages`);
  // The number at the foot is one text.
  for (const [index, count] of shown.entries()) assert.ok(count > 1, `page ${index + 1} shows nothing`);
  const places = destinations(got.bytes);
  const begin = ["preface", "a-photocopy-of-a-photocopy", "rare-things-die-first", "run"].map((place) =>
    places.get(place),
  );
  assert.equal(begin[0], 3, "after the title and the contents");
  assert.deepEqual(
    begin,
    [...begin].sort((a, b) => Number(a) - Number(b)),
  );
  assert.equal(new Set(begin).size, 4);
  assert.ok(places.has("a-photocopy-of-a-photocopy--fig-variance"));
  assert.ok(places.has("rare-things-die-first--fig-survival"), [...places.keys()].join(" "));
});

test("a printed book has no time of ours, and is known by its end", async (t) => {
  const got = await pdf();
  if ("reason" in got) return t.skip(got.reason);
  assert.match(got.text, /\/CreationDate \(D:19800101000000/);
  const path = join(files.root, "book.pdf");
  refuseOthersPdf(path);
  await writeFile(path, "");
  refuseOthersPdf(path);
  await writeFile(path, got.bytes);
  refuseOthersPdf(path);
  await writeFile(path, got.bytes.subarray(0, -5));
  assert.throws(() => refuseOthersPdf(path), {
    exitCode: 2,
    message: /book\.pdf must be new, empty, or a PDF that genloss book printed, got another file/,
  });
});

test("the day of publication takes the place of the machine's times, in as many bytes", () => {
  const given = Buffer.from("/CreationDate (D:20261130055422+00'00')\n/ModDate (D:20261130055422+00'00')");
  const marked = markPdf(given, "2026-12-01").toString("latin1");
  assert.match(
    marked,
    /^\/CreationDate \(D:20261201000000\+00'00'\)\n\/ModDate \(D:20261201000000\+00'00'\)\n% Pr/,
  );
});

test("without a Chromium it is said what to install", async () => {
  const none = { PATH: files.root };
  assert.throws(() => requireChromium(none, []), {
    exitCode: 2,
    message: /must have a Chromium, Chrome or Edge to print with, got none[\s\S]*apt-get install chromium/,
  });
  assert.throws(() => requireChromium({ CHROMIUM: "/no/such" }), {
    message: /got CHROMIUM=\/no\/such, which cannot/,
  });
  const program = join(files.root, "chromium");
  await writeFile(program, "#!/bin/sh\necho no display >&2\n");
  await chmod(program, 0o755);
  assert.equal(requireChromium(none, []), program);
  await assert.rejects(printBook(copy, program), {
    exitCode: 1,
    message: /made no PDF; it said:\nno display/,
  });
  assert.ok((await readFile(copy.style)).length > 0);
});
