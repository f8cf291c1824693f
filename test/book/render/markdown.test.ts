import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import { renderMarkdown } from "../../../book/render/markdown.ts";
import { code, prose } from "../tools/cells.ts";
import { chapterOf, contextOf } from "../tools/context.ts";
import { goldenCases } from "../tools/goldenCases.ts";

const tables = new URL("../fixtures/markdown/", import.meta.url);

for (const name of readdirSync(tables).sort()) {
  for (const { title, input, expected } of goldenCases(new URL(name, tables))) {
    test(`${name}: ${title}`, () => {
      const context = contextOf();
      assert.equal(renderMarkdown(input, context).trim().replaceAll("\u00a0", "&nbsp;"), expected.trim());
      assert.deepEqual(context.faults, []);
    });
  }
}

test("renderMarkdown() draws formulas for the eye and as MathML", () => {
  const context = contextOf();
  const html = renderMarkdown("So $x^2$, and\n\n$$\n\\sum_i x_i\n$$\n", context);
  assert.match(html, /<span class="short-math"><span class="katex">.*<math.*<\/span>,<\/span>/s);
  assert.match(html, /<span class="equation" role="group" tabindex="0" aria-label="Equation">/);
  assert.equal(context.formulas.length, 2);
});

test("renderMarkdown() reads display formulas within and across lines of a paragraph", () => {
  for (const source of ["$$a$$", "$$\na\n$$", "so $$a$$ and $$b$$", "> $$\n> a\n> $$"]) {
    assert.match(renderMarkdown(source, contextOf()), /class="equation"/, source);
  }
});

test("renderMarkdown() highlights TypeScript with one class for both themes", () => {
  const context = contextOf();
  const html = renderMarkdown("```ts\nconst a = 1;\n```\n", context);
  const [, name] = /<span class="(c[0-9a-f]{3})">const<\/span>/.exec(html) ?? [];
  assert.ok(name);
  assert.match(
    context.highlight.css(),
    new RegExp(`\\.${name}\\{color:light-dark\\(#[0-9a-f]{6},#[0-9a-f]{6}\\)\\}`),
  );
});

test("renderMarkdown() numbers notes through all cells of a chapter", () => {
  const context = contextOf();
  renderMarkdown("One.<sup>1</sup>\n\n<small><sup>1</sup> first</small>", context);
  const html = renderMarkdown("Two.<sup>2</sup>\n\n<small><sup>2</sup> second</small>", context);
  assert.match(html, /Note 2/);
  assert.deepEqual(context.faults, []);
});

for (const [what, source, message] of [
  ["a footnote's mark", "One.[^a]\n\n[^a]: A note.", /shows \[\^a\]: as it is typed; write <sup>1<\/sup>/],
  ["a footnote without its note", "One.[^a]", /shows \[\^a\] as it is typed/],
  ["a footnote within the line", "One.^[A note.]", /shows \^\[…\] as it is typed/],
  ["a GitHub alert", "> [!NOTE]\n> A note.", /shows \[!NOTE\] as it is typed; write > \*\*Note\.\*\*/],
  ["a note that no mark leads to", "<small><sup>1</sup> A note.</small>", /no mark leads to note 1/],
  [
    "a number that is not the chapter's",
    "One.<sup>2</sup>\n\n<small><sup>2</sup> A note.</small>",
    /note 2 is the chapter's note 1/,
  ],
] as const) {
  test(`renderMarkdown() reports ${what}, which JupyterLab would show otherwise than the page`, () => {
    const context = contextOf();
    renderMarkdown(source, context);
    assert.deepEqual(
      context.faults.map(({ rule, cell }) => `${rule} ${cell}`),
      ["raw-markdown here"],
    );
    assert.match(context.faults[0]?.message ?? "", message);
  });
}

test("renderMarkdown() lets code speak of footnotes", () => {
  const context = contextOf();
  renderMarkdown("`[^a]` and\n\n```\n[^a]: x\n> [!NOTE]\n```\n", context);
  assert.deepEqual(context.faults, []);
});

test("a link to a heading is written as JupyterLab follows it", () => {
  const html = renderMarkdown("## Where's *the* tail?\n\nSee [it](#Where's-the-tail?).", contextOf());
  assert.match(html, /<h2 id="where-s-the-tail"/);
  assert.match(html, /<a href="#where-s-the-tail">it<\/a>/);
});

test("a link to a cell is written as JupyterLab follows it, and leads to the cell's figure or exercise", () => {
  const chapter = chapterOf(
    1,
    "one",
    code("drawing", "draw()", [], { role: "figure", label: "fig-here" }),
    code("sum", "1 + 1"),
    prose("task", "Mix.", { role: "exercise", exercise: "mix" }),
  );
  const context = contextOf({ chapter });
  const links = [
    ...renderMarkdown(
      "[Figure](#cell-id=drawing) [it](#cell-id=drawing) [code](#cell-id=sum) [Exercise](#cell-id=task)",
      context,
    ).matchAll(/<a href="([^"]*)">(.*?)<\/a>/g),
  ].map(([, href, text]) => `${href} ${text}`);
  assert.deepEqual(links, [
    "#fig-here Figure\u00a01.2",
    "#fig-here it",
    "#cell-sum code",
    "#ex-mix Exercise\u00a01.1",
  ]);
  assert.deepEqual(context.faults, []);
  renderMarkdown("[Figure](#cell-id=gone)", context);
  assert.deepEqual(
    context.faults.map(({ rule }) => rule),
    ["unknown-reference"],
  );
});

test("renderMarkdown() reports unknown citations, references, chapters and unreadable formulas with their cell", () => {
  const context = contextOf();
  renderMarkdown("[@nobody] [Figure](#fig-none) [x](09-none.ipynb) $\\nope$", context);
  assert.deepEqual(context.faults.map(({ rule, cell }) => `${rule} ${cell}`).sort(), [
    "dead-link here",
    "math here",
    "unknown-citation here",
    "unknown-reference here",
  ]);
});
