import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import { renderMarkdown } from "../../../book/render/markdown.ts";
import { contextOf } from "../tools/context.ts";
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
  const [, name] = /<span class="(c[0-9a-f]{12})">const<\/span>/.exec(html) ?? [];
  assert.ok(name);
  assert.match(
    context.highlight.css(),
    new RegExp(`\\.${name}\\{color:light-dark\\(#[0-9a-f]{6},#[0-9a-f]{6}\\)\\}`),
  );
});

test("renderMarkdown() numbers notes through all cells of a chapter", () => {
  const context = contextOf();
  renderMarkdown("One.[^1]\n\n[^1]: first", context);
  assert.match(renderMarkdown("Two.[^1]\n\n[^1]: second", context), /Note 2/);
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
