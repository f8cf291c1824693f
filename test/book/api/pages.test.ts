import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { buildBook } from "../../../book/build.ts";
import { libraryFiles, withLibrary } from "../fixtures/library.ts";
import { photocopy } from "../fixtures/photocopy.ts";
import { code, notebookOf } from "../tools/cells.ts";
import { project, storedOutputs } from "../tools/project.ts";

async function built(changes = withLibrary): Promise<(page: string) => Promise<string>> {
  await using files = await project(changes);
  const { out } = await buildBook({ root: files.root, run: storedOutputs() });
  const pages = [
    "index",
    "a-photocopy-of-a-photocopy",
    "api/index",
    "api/laws",
    "api/models",
    "api/internal",
    "api/networks",
  ];
  const read = await Promise.all(
    pages.map(async (page) => [page, await readFile(join(out, `${page}.html`), "utf8")] as const),
  );
  const source = await readFile(join(out, "api/source/lib/laws/decay.ts.txt"), "utf8");
  const texts = new Map([...read, ["source", source]]);
  return async (page) => texts.get(page) ?? "";
}

test("an entry has declaration, formula, parameters, value, refusals, examples and sources", async () => {
  const page = await (await built())("api/laws");
  const entry = page.slice(page.indexOf('<h2 id="decay">'), page.indexOf('<h2 id="half">'));
  for (const part of [
    '<a href="#half"><code>half</code></a>:</p>', // a {@link}
    "<span>q<sub>t+1</sub>\u00a0=\u00a0q<sub>t</sub> / 2</span>",
    '<li><a href="#half"><code>half</code></a> does one step, and this does all</li>',
    '<code>options.ddof</code> <code class="type"><a href="../api/internal.html#Ddof" tabindex="-1">Ddof</a></code>',
    '<dt><code class="type">number</code></dt><dd>share, 0 … 1</dd>',
    "<code>RangeError</code> if generation is not an integer ≥ 0",
    '<a href="https://doi.org/10.1000/abc(1)2">doi:10.1000/abc(1)2</a>',
    '<a href="../a-photocopy-of-a-photocopy.html">chapter\u00a01</a>',
    '<li><a href="#half"><code>half</code></a></li>', // @see half
    "<h3>Examples</h3>",
    '<a href="source/lib/laws/decay.ts.txt">lib/laws/decay.ts</a>'.replace("source", "../api/source"),
  ]) {
    assert.ok(entry.includes(part), part);
  }
  assert.match(page, /<h3>Entries<\/h3>\n<div class="entry-part"><p><a href="#decay">/);
});

test("the overview names every export, with the first sentence of what runs", async () => {
  const page = await (await built())("api/index");
  for (const name of ["decay", "half", "laws"])
    assert.ok(page.includes(`<a href="laws.html#${name}">`), name);
  for (const name of ["ModelError", "Model", "Options"]) {
    assert.ok(page.includes(`<a href="models.html#${name}">`), name);
  }
  assert.match(
    page,
    /What is left after t halvings of a thing, as a share of it, from <code>half<\/code>\.</,
  );
  assert.match(page, /What fits &amp; writes\./);
  assert.match(page, /8 names/);
});

test("pages of the reference find what they share, and the contents lead there from every page", async () => {
  const read = await built();
  const page = await read("api/laws");
  assert.match(page, /<link rel="stylesheet" href="\.\.\/assets\//);
  assert.match(page, /<a href="\.\.\/a-photocopy-of-a-photocopy\.html"><span class="chapter-number">1/);
  assert.match(page, /<a href="\.\.\/api\/laws\.html" aria-current="page">Laws<\/a>/);
  assert.match(page, /<a class="next" rel="next" href="models\.html">/);
  assert.match(
    page,
    /<p class="import-line"><code>import { … } from <span class="module">"generation-loss"<\/span><\/code>/,
  );
  assert.match(
    await read("api/networks"),
    /<code>import { train } from <span class="module">"generation-loss\/networks"<\/span><\/code>/,
  );
  assert.match(await read("index"), /<a href="api\/index\.html">The reference<\/a>/);
  const chapter = await read("a-photocopy-of-a-photocopy");
  assert.match(chapter, /<li><a href="api\/index\.html">Reference<\/a><\/li>/);
  assert.doesNotMatch(chapter, /api\/laws\.html/);
});

test("the source of an entry is there as text that says it is UTF-8", async () => {
  assert.equal(await (await built())("source"), `\ufeff${libraryFiles["lib/laws/decay.ts"]}`);
});

test("names that a chapter imports lead from its code to their entries", async () => {
  const cells = [
    code("take", 'import { decay } from "generation-loss";'),
    code("use", "const left = decay(1, { size: 3, ddof: 1 });"),
  ];
  const read = await built({ ...withLibrary, chapter: notebookOf(...photocopy().cells, ...cells) });
  const page = await read("a-photocopy-of-a-photocopy");
  assert.equal(page.match(/<a href="api\/laws\.html#decay" tabindex="-1">decay<\/a>/g)?.length, 2);
});
