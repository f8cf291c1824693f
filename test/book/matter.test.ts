// Front and back matter: pages of markdown, and the bibliography that makes itself.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { buildBook } from "../../book/build.ts";
import { type Changes, first, project, storedOutputs } from "./tools/project.ts";

async function built(changes: Changes = {}): Promise<(page: string) => Promise<string>> {
  await using files = await project(changes);
  const { out, pages } = await buildBook({ root: files.root, run: storedOutputs() });
  const texts = new Map(
    await Promise.all(
      pages.map(async ({ page }) => [page, await readFile(join(out, page), "utf8")] as const),
    ),
  );
  return async (page) => texts.get(page) ?? assert.fail(`${page} is no page of the book`);
}

const refused = (changes: Changes, says: RegExp): Promise<void> =>
  assert.rejects(async () => {
    await using files = await project(changes);
    await buildBook({ root: files.root, run: storedOutputs() });
  }, says);

test("a page's links, figures, formulas and citations are a chapter's", async () => {
  const page = await (await built())("preface.html");
  assert.match(page, /<h1>Preface<\/h1>/);
  assert.match(page, /href="a-photocopy-of-a-photocopy\.html">chapter\u00a01<\/a>/);
  assert.match(page, /href="a-photocopy-of-a-photocopy\.html#fig-[\w-]+">Figure.1\.1<\/a>/);
  assert.match(page, /class="katex/);
  assert.match(page, /<li id="ref-shumailov2024">/);
});

test("the contents name pages before the chapters and after them, and the cover leads to the preface", async () => {
  const page = await built();
  const home = await page("index.html");
  const places = [
    "Before you begin",
    "preface.html",
    "The loop",
    "At the end",
    "what-we-know.html",
    "bibliography.html",
  ];
  const nav = home.slice(home.indexOf('<nav id="contents"'), home.indexOf("</nav>"));
  const found = places.map((words) => nav.indexOf(words));
  assert.deepEqual(
    found,
    found.toSorted((a, b) => a - b),
    nav,
  );
  assert.ok(
    found.every((at) => at >= 0),
    nav,
  );
  assert.match(home, /<p><a href="preface\.html">Preface<\/a>: who this is for\.<\/p>/);
  assert.match(
    await page("preface.html"),
    /<a href="preface\.html" aria-current="page">Preface<\/a>\n<ol class="outline"/,
  );
});

test("every chapter, the cover and the notebook that a reader takes home lead to Run this", async () => {
  const page = await built();
  for (const name of ["a-photocopy-of-a-photocopy.html", "rare-things-die-first.html", "index.html"])
    assert.match((await page(name)).split("<main")[1] ?? "", /<a href="run\.html">Run this<\/a>/, name);
  const run = await page("run.html");
  assert.match(run, /the folder that this book was made from/);
  for (const command of ["npm ci", "npm run lab", "npm run book", "npm start"])
    assert.ok(run.includes(`<code>${command}</code>`), command);
  for (const command of ["run", "check"])
    assert.ok(run.includes(`npx genloss ${command} notebooks/01-a-photocopy-of-a-photocopy.ipynb`), command);
  assert.doesNotMatch(run, /git clone/);
});

for (const [repository, address] of [
  ["https://example.org/a/loss.git", "https://example.org/a/loss.git"],
  [{ type: "git", url: "git+ssh://git@example.org/a/loss.git" }, "ssh://git@example.org/a/loss.git"],
  ["github:a/loss", "https://github.com/a/loss.git"],
  ["a/loss", "https://github.com/a/loss.git"],
] as const)
  test(`package.json names ${JSON.stringify(repository)}: Run this says to clone it`, async () => {
    const files = { "package.json": JSON.stringify({ name: "book", repository }) };
    const run = await (await built({ files }))("run.html");
    assert.ok(run.includes(`<code>git clone ${address}</code>`), run);
    assert.doesNotMatch(run, /the folder that this book was made from/);
  });

test("the bibliography lists each cited work once, with links to where it is cited", async () => {
  const page = await (await built())("bibliography.html");
  assert.equal(page.match(/<li id="ref-/g)?.length, 1);
  assert.match(page, /Cited in chapters? <a href="a-photocopy-of-a-photocopy\.html#ref-shumailov2024"/);
});

test("a page that is not there, takes another's address, or stands nowhere is refused in words", async () => {
  const instead = (a: string, b: string): Changes => ({ config: (yaml) => yaml.replace(a, b) });
  await refused(instead("file: preface.md", "file: none.md"), /book\/pages\/none\.md does not exist/);
  await refused(
    instead("slug: what-we-know", "slug: rare-things-die-first"),
    /duplicate-slug: the slug "rare-things-die-first" of what-we-know\.md is taken by/,
  );
  await refused(
    instead("place: back", "place: middle"),
    /place of what-we-know\.md must be front or back, got middle/,
  );
  await refused(
    instead("slug: preface", "slug: bibliography"),
    /slug of preface\.md must be .* got bibliography/,
  );
  await refused(instead("slug: preface", "slug: run"), /slug of preface\.md must be .* got run$/);
  await refused(
    { files: { "book/pages/preface.md": "# Preface\n\nSee [two](02-none.ipynb).\n" } },
    /^Refusal: book\/pages\/preface\.md {2}dead-link: 02-none\.ipynb is no chapter/m,
  );
});

test("a book without pages is one as before", async () => {
  const none = { config: (yaml: string) => yaml.replace(/pages:\n[\s\S]*?(?=parts:)/, "") };
  const home = await (await built(none))("index.html");
  assert.doesNotMatch(home, /preface/i);
  assert.match(home, /Before you begin<\/p>\n<ol>\n<li><a href="run\.html">Run this<\/a><\/li>\n<\/ol>/);
  assert.match(home, new RegExp(first.replace(/^\d\d-|\.ipynb$/g, "")));
});
