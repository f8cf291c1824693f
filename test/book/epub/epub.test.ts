import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { zipSync } from "fflate";
import { buildBook } from "../../../book/build.ts";
import type { Cell, Notebook } from "../../../kernel/notebook/notebook.ts";
import { epubFaults } from "../../tools/epubcheck.ts";
import { withLibrary } from "../fixtures/library.ts";
import { photocopy, photocopySolutions } from "../fixtures/photocopy.ts";
import { code, notebookOf, prose, shown } from "../tools/cells.ts";
import { leaks, leastLength } from "../tools/leaks.ts";
import { type Project, project, storedOutputs } from "../tools/project.ts";
import { steeredChart } from "../tools/steeredChart.ts";
import { unzipped } from "../tools/unzipped.ts";

const dot =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGD4DwABBAEAX+XDSwAAAABJRU5ErkJggg==";
const name = "generation-loss.epub";
const chapter = "EPUB/a-photocopy-of-a-photocopy.xhtml";
const edition = `authors: [Ada Example]
licence: { name: CC BY 4.0, address: "https://creativecommons.org/licenses/by/4.0/" }
cover: { file: front.png, shows: A dot. }
`;

let files: Project;
const built: Record<string, { path: string; bytes: Buffer; texts: Record<string, string> }> = {};

before(async () => {
  files = await project({
    ...withLibrary,
    chapter: chapterWithMore(),
    config: (yaml) => edition + (withLibrary.config?.(yaml) ?? yaml),
    files: withLibrary.files ?? {},
  });
  await writeFile(join(files.root, "book/front.png"), Buffer.from(dot, "base64"));
  for (const flavour of ["reader", "class"] as const) {
    const { out } = await buildBook({ root: files.root, run: storedOutputs(), flavour });
    const path = join(out, name);
    const bytes = await readFile(path);
    built[flavour] = { path, bytes, texts: unzipped(bytes) };
  }
});
after(() => files?.[Symbol.asyncDispose]());

/** The chapter with what else a chapter may hold. */
function chapterWithMore(): Notebook {
  const [head, ...others] = photocopy().cells;
  const picture = shown({ "image/png": dot }, { "image/png": { alt: "A single dot." } });
  const more: Cell[] = [
    prose("signs", 'Signs: `a < b && "c"`, 5 % & more.\n\n<div>Its own <em>HTML</em>,<br>as it is.</div>'),
    prose("far", "See [its data](#cell-id=variance-figure), [halve](api/laws.html) and [how](run.html)."),
    code("dot", "dot()", [picture], { role: "figure", label: "fig-dot", caption: "A dot." }),
    code("moved", "steer()", [shown({ "application/vnd.vegalite.v5+json": steeredChart() })], {
      ...{ role: "figure", label: "fig-moved", caption: "It moves." },
    }),
  ];
  return notebookOf(head as Cell, ...more, ...others);
}

const text = (flavour: "reader" | "class", path: string): string => built[flavour]?.texts[path] ?? "";

for (const flavour of ["reader", "class"] as const)
  test(`epubcheck has nothing against the EPUB for a ${flavour}`, async (t) => {
    const faults = await epubFaults(t, built[flavour]?.path ?? "");
    if (faults) assert.deepEqual(faults, []);
  });

test("epubcheck finds what is wrong with an EPUB", async (t) => {
  const { mimetype = "", ...others } = built.reader?.texts ?? {};
  const broken = { ...others, "EPUB/style.css": "p { a { color: red } }" };
  const entries = Object.entries(broken).map(([path, each]) => [path, Buffer.from(each)] as const);
  const bytes = zipSync({ mimetype: [Buffer.from(mimetype), { level: 0 }], ...Object.fromEntries(entries) });
  const path = join(files.root, "broken.epub");
  await writeFile(path, bytes);
  const faults = await epubFaults(t, path);
  if (faults) assert.match(faults.join("\n"), /ERROR CSS-008 EPUB\/style\.css:1/);
});

test("the archive says in its first bytes what it is, and has no time of ours", () => {
  const bytes = built.reader?.bytes ?? Buffer.alloc(0);
  assert.equal(bytes.subarray(30, 58).toString(), "mimetypeapplication/epub+zip");
  assert.deepEqual(
    [bytes.readUInt16LE(8), bytes.readUInt32LE(10)],
    [0, 0x0021_0000],
    "stored, on the first day",
  );
  assert.match(text("reader", "EPUB/package.opf"), /dcterms:modified">1980-01-01T00:00:00Z</);
  assert.doesNotMatch(text("reader", "EPUB/package.opf"), /dc:date/);
});

test("the same book gives the same bytes, in any time zone", async (t) => {
  const zone = process.env.TZ;
  t.after(() => (zone === undefined ? delete process.env.TZ : Object.assign(process.env, { TZ: zone })));
  process.env.TZ = "Pacific/Auckland";
  const out = join(files.root, "elsewhere");
  await buildBook({ root: files.root, run: storedOutputs(), out, cacheFolder: join(files.root, "cold") });
  assert.ok(built.reader?.bytes.equals(await readFile(join(out, name))));
});

test("a chapter moves, folds and runs nothing, and has all its words", () => {
  const html = text("reader", chapter);
  const found =
    /<(?:details|summary|script|button|output|noscript)|tabindex| data-[a-z]+=|var\(--|katex/.exec(html);
  assert.deepEqual(found?.[0], undefined);
  assert.doesNotMatch(html, /Take it home|Notebook|Vega-Lite spec|First 24 of/);
  for (const words of [
    "Tools: a seeded generator",
    "How this was judged",
    "The build fails if the observed value is further",
    "a &lt; b &amp;&amp; &quot;c&quot;",
    "Drawn for samples M: 30. The figure can be moved on the book’s site.",
    "From 30 it falls to 1.",
  ])
    assert.ok(html.includes(words.replaceAll("&quot;", '"')) || html.includes(words), words);
  assert.doesNotMatch(html, /From 10 it falls/);
});

test("formulas are MathML with their TeX, figures drawings by day with their sentence, pictures files", () => {
  const html = text("reader", chapter);
  assert.match(html, /<math [^>]*display="block"[^>]* alttext="s\^2 = [^>]*><mrow>/);
  assert.doesNotMatch(html, /<semantics|<annotation/);
  assert.match(html, /<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"[^>]* role="img" aria-label="Five chains/);
  assert.match(html, /stroke="#9a3412"/);
  assert.match(html, /<img src="images\/1\.png" alt="A single dot\."/);
  assert.equal(built.reader?.texts["EPUB/images/1.png"], Buffer.from(dot, "base64").toString("utf8"));
});

test("a note stands after its paragraph, and its mark leads there", () => {
  const html = text("reader", chapter);
  assert.match(html, /<a class="note-mark" epub:type="noteref" role="doc-noteref" href="#note-1">1<\/a>/);
  assert.match(
    html,
    /<aside class="note" epub:type="footnote" role="doc-footnote" id="note-1">.*video tape/s,
  );
  assert.equal(html.match(/video tape/g)?.length, 1);
});

test("a solution stands at the end of its chapter, linked from its task; a class has none", () => {
  const html = text("reader", chapter);
  const [task = "", end = ""] = html.split('<h2 id="solutions">');
  assert.match(task, /<a href="#solution-ex-keep-real">Solution, at the end of the chapter<\/a>/);
  assert.doesNotMatch(task, /const kept/);
  assert.match(
    end,
    /<a href="#ex-keep-real">Exercise\u00a01\.1 Keep some real data<\/a>[\s\S]*const[\s\S]*kept/,
  );
  assert.match(end, /class="references"/);

  const lines = photocopySolutions.split("\n").map((line) => line.trim());
  const texts = lines.filter(({ length }) => length >= leastLength);
  const answers = leaks(texts, built.class?.texts ?? {}).filter(({ text }) => !photocopyShows(text));
  assert.deepEqual(answers, []);
  assert.ok(leaks(texts, built.reader?.texts ?? {}).some(({ text }) => /const kept/.test(text)));
  assert.match(text("class", chapter), /Your instructor has the further tests/);
  assert.notEqual(identifier("class"), identifier("reader"));
});

/** What stands in the chapter itself, above the solution. */
const photocopyShows = (line: string): boolean =>
  JSON.stringify(photocopy()).includes(JSON.stringify(line).slice(1, -1));
const identifier = (flavour: "reader" | "class"): string | undefined =>
  /urn:uuid:([\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12})</.exec(
    text(flavour, "EPUB/package.opf"),
  )?.[1];

test("links stay in the EPUB, and what leads nowhere from there is text", async () => {
  const html = text("reader", chapter);
  assert.match(html, /href="rare-things-die-first\.xhtml#fig-survival"/);
  assert.match(html, /<a href="colophon\.xhtml#run">how<\/a>/);
  assert.match(html, />, halve and |, halve and </);
  const hrefs = Object.entries(built.reader?.texts ?? {}).flatMap(([file, page]) =>
    file.endsWith(".xhtml")
      ? [...page.matchAll(/ href="([^"]*)"/g)].map(([, href = ""]) => [file, href])
      : [],
  );
  assert.ok(hrefs.length > 40);
  for (const [file = "", href = ""] of hrefs) {
    if (/^https:/.test(href)) continue;
    const [path, anchor] = href.split("#");
    const target = text("reader", path ? `EPUB/${path}` : file);
    assert.ok(target !== "" && (!anchor || target.includes(` id="${anchor}"`)), `${href} of ${file}`);
  }

  await using published = await project({
    ...withLibrary,
    chapter: chapterWithMore(),
    config: (yaml) =>
      `address: https://books.example\npublished: 2026-12-01\n${withLibrary.config?.(yaml) ?? yaml}`,
  });
  const { out } = await buildBook({ root: published.root, run: storedOutputs() });
  const texts = unzipped(await readFile(join(out, name)));
  assert.match(texts[chapter] ?? "", /<a href="https:\/\/books\.example\/api\/laws\.html">halve<\/a>/);
  assert.match(texts[chapter] ?? "", /moved <a href="https:\/\/books\.example\/a-photocopy[^"]*">on the/);
  assert.match(texts["EPUB/package.opf"] ?? "", /<dc:date>2026-12-01<.*modified">2026-12-01T00:00:00Z</s);
});

test("the contents have the parts, the chapters with their numbers, and their sections", () => {
  const nav = text("reader", "EPUB/nav.xhtml");
  assert.match(nav, /<span>The loop<\/span><ol><li><a href="a-photocopy[^"]*">1 A photocopy of a photocopy</);
  assert.match(nav, /#four-numbers-by-hand">Four numbers by hand</);
  const order = [...nav.matchAll(/<a href="([^"#]*)"/g)].map(([, href]) => href);
  const spine = [...text("reader", "EPUB/package.opf").matchAll(/<itemref idref="page-([^"]*)"/g)];
  assert.deepEqual(
    spine.slice(0, 3).map(([, id]) => id),
    ["cover", "title", "nav"],
  );
  assert.deepEqual(
    order,
    spine.slice(3).map(([, id]) => `${id}.xhtml`),
  );
});

test("the cover of the site offers the EPUB", async () => {
  const home = await readFile(join(files.root, "book/dist/index.html"), "utf8");
  assert.match(home, /<a href="generation-loss\.epub" download>/);
});
