// The words and letters of the book: where they are explained, and how a chapter leads there.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import katex from "katex";
import { buildBook } from "../../book/build.ts";
import { folderCache } from "../../book/cache.ts";
import { readGlossary } from "../../book/readGlossary.ts";
import { renderMarkdown } from "../../book/render/markdown.ts";
import { type Letter, signsOf } from "../../book/render/signsOf.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { notebookOf, prose } from "./tools/cells.ts";
import { contextOf } from "./tools/context.ts";
import { project, storedOutputs } from "./tools/project.ts";

/** Names of the letters; an index follows its letter. */
const namesOf = (letters: readonly Letter[]): (readonly string[])[] =>
  letters.flatMap(({ names, index }) => [names, ...namesOf(index)]);
const lettersOf = (tex: string): (readonly string[])[] => namesOf(signsOf(katex.renderToString(tex)));

test("letters of a formula: with an index and without, in their alphabets; no functions, numbers, words", () => {
  assert.deepEqual(lettersOf("c_4(M)"), [["c_4", "c"], ["M"]]);
  assert.deepEqual(lettersOf("\\mathbb E\\,\\sigma_t^2"), [["double-struck E"], ["σ_t", "σ"], ["t"]]);
  assert.deepEqual(lettersOf("\\hat w_1 + \\ln 2 < \\operatorname{median} x, \\text{as said}"), [
    ["w_1", "w"],
    ["x"],
  ]);
  assert.deepEqual(lettersOf("a_{pq} \\Gamma(\\infty)"), [["a_pq", "a"], ["p"], ["q"], ["Γ"]]);
  assert.deepEqual(lettersOf("\\varepsilon \\ne \\epsilon"), [["ε"], ["ϵ"]]);
  assert.deepEqual(lettersOf("P' = \\frac{x^y}{2}"), [["P"], ["x"], ["y"]]);
});

const glossary = await (async () => {
  await using files = await project({
    files: {
      "book/glossary.yml": `terms:
  - { term: tail, also: [tails], means: The *rare* things. }
  - { term: loss, in: [8], means: What a fit makes small. }
  - { term: heavy tail, means: Large values are not rare enough. }
signs: []
`,
    },
  });
  return readGlossary(files.root, "glossary.yml", folderCache(join(files.root, "book/.cache")));
})();

test("the first use of a term is linked, in running text alone, and the longer term wins", () => {
  const termsMet = new Set<string>();
  const context = contextOf({ glossary, termsMet });
  const html = renderMarkdown(
    "# A tail\n\n`tail` and [a tail](https://example.org), curtail, tail-end, no loss, then a heavy tail. Tails and tails.",
    context,
  );
  assert.deepEqual([...termsMet], ["term-heavy-tail", "term-tail"]);
  assert.match(html, /<h1[^>]*><a class="permalink" href="#a-tail">A tail<\/a><\/h1>/);
  assert.match(
    html,
    /curtail, tail-end, no loss, then a <a class="term" id="use-term-heavy-tail" href="glossary\.html#term-heavy-tail">heavy tail<\/a>\. <a class="term" [^>]*#term-tail">Tails<\/a> and tails\./,
  );
  assert.doesNotMatch(renderMarkdown("Another tail, and a heavy tail.", context), /<a /);
});

test("who is quoted meant no term: the first use of ours after it is linked", () => {
  const context = contextOf({ glossary, termsMet: new Set<string>() });
  const html = renderMarkdown("> the tail of a whale\n\nIts tail.", context);
  assert.match(html, /the tail of a whale<\/p>\s*<\/blockquote>\s*<p>Its <a class="term"[^>]*>tail<\/a>\./);
});

test("the glossary and the notation lead back to the chapters, and stand at the end of the contents", async () => {
  await using files = await project({
    chapter: notebookOf(prose("title", "# One\n\nThe tail of $\\Omega_4$.")),
    solutions: "",
    config: (yaml) =>
      yaml.replace(/^parts:/m, "glossary: glossary.yml\nparts:").replace(/ {6}- file: 03[\s\S]*$/, ""),
    files: {
      "book/pages/preface.md": "# Preface\n\nA page.\n",
      "book/glossary.yml": `terms: [{ term: tail, means: "Rare things, $\\\\Omega$." }]\nsigns: [{ sign: '\\Omega', means: all of *them*, in: [1] }]\n`,
    },
  });
  const { out } = await buildBook({ root: files.root, run: storedOutputs() });
  const page = (name: string): Promise<string> => readFile(join(out, name), "utf8");
  assert.match(
    await page("glossary.html"),
    /<dt id="term-tail">tail<\/dt>\n<dd>Rare things, <span[\s\S]*Chapter&nbsp;<a href="a-photocopy-of-a-photocopy\.html#use-term-tail" title="One">1<\/a>\./,
  );
  assert.match(
    await page("notation.html"),
    /<td>all of <em>them<\/em><\/td><td><a href="a-photocopy-of-a-photocopy\.html" title="One">1<\/a><\/td>/,
  );
  assert.match(await page("index.html"), /notation\.html[\s\S]*glossary\.html/);
});

for (const [why, yaml, says] of [
  [
    "a form that stands twice",
    "terms: [{ term: a, means: b }, { term: c, also: [A], means: d }]\nsigns: []",
    /"A" must stand once, got it twice/,
  ],
  [
    "a term without a meaning",
    "terms: [{ term: a }]\nsigns: []",
    /means must be a text, got undefined in \{"term":"a"\}/,
  ],
  ["no list of signs", "terms: []", /signs must be a list, got undefined/],
  [
    "a sign that is no letter",
    "terms: []\nsigns: [{ sign: '2', means: two }]",
    /a sign must be a letter in TeX, got 2/,
  ],
  [
    "two meanings in one chapter",
    "terms: []\nsigns: [{ sign: c, means: a, in: [1, 2] }, { sign: c, means: b, in: [2] }]",
    /c must have one meaning in chapter 2, got two/,
  ],
  [
    "two meanings, one for all chapters",
    "terms: []\nsigns: [{ sign: c, means: a }, { sign: c, means: b, in: [2] }]",
    /c must have one meaning/,
  ],
  ["text that is no YAML", "terms: a: b", /Nested mappings are not allowed .* at line 1/],
  ["no file", undefined, /the file must exist/],
] as const) {
  test(`a glossary is refused: ${why}`, async () => {
    await using files = await project({ files: yaml === undefined ? {} : { "book/glossary.yml": yaml } });
    await assert.rejects(
      readGlossary(files.root, "glossary.yml", folderCache(join(files.root, "book/.cache"))),
      (error: unknown) => {
        assert.ok(error instanceof Refusal, String(error));
        assert.match(error.message, /^Cannot read book\/glossary\.yml: /);
        assert.match(error.message, says);
        return true;
      },
    );
  });
}
