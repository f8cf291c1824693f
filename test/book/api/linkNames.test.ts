import assert from "node:assert/strict";
import { test } from "node:test";
import { type LibraryImports, namesIn } from "../../../book/api/chapterImports.ts";
import { linkNames } from "../../../book/api/linkNames.ts";
import { escapeHtml } from "../../../book/render/escapeHtml.ts";

const hrefOf = (name: string): string | undefined => (name === "mean" ? "#mean" : undefined);
const linked = (code: string): string => linkNames(escapeHtml(code), code, hrefOf);
/** To be clicked, and no stop of the Tab key: a chapter has a hundred. */
const mean = '<a href="#mean" tabindex="-1">mean</a>';

const cases: readonly (readonly [why: string, code: string, html: string])[] = [
  ["a call", "mean(x) < 1", `${mean}(x) &lt; 1`],
  ["no member", "a.mean + b?.mean", "a.mean + b?.mean"],
  ["what is spread", "[...mean(x)]", `[...${mean}(x)]`],
  ["no key", "{ mean: 1, a: mean }", `{ mean: 1, a: ${mean} }`],
  ["one arm of a choice", "yes ? mean : 0", `yes ? ${mean} : 0`],
  ["no comment and no text", '"mean" // mean\nmean', `&quot;mean&quot; // mean\n${mean}`],
  ["no part of a name", "means meanest Ωmean", "means meanest Ωmean"],
];
for (const [why, code, html] of cases) test(`linkNames(): ${why}`, () => assert.equal(linked(code), html));

test("linkNames() keeps the marks of highlighting", () => {
  const html = '<span class="c1">mean</span>(<span class="c2">&quot;a&quot;</span>)';
  assert.equal(linkNames(html, 'mean("a")', hrefOf), html.replace("mean", mean));
});

test("namesIn() knows what the cells imported, under their names, until they declare it anew", () => {
  const imports: LibraryImports = {
    packages: ["generation-loss"],
    entry: (name) => (["mean", "c4"].includes(name) ? `#${name}` : undefined),
    known: new Map(),
  };
  assert.equal(namesIn("mean(x)", imports)("mean"), undefined);
  const first = namesIn('import { mean, c4 as law, type Rng } from "generation-loss";', imports);
  assert.deepEqual(["mean", "law", "c4", "Rng"].map(first), ["#mean", "#c4", undefined, undefined]);
  assert.equal(namesIn("mean(x)", imports)("mean"), "#mean");
  assert.equal(namesIn("const mean = 1", imports)("mean"), undefined);
  assert.equal(namesIn('import { c4 } from "generation-loss/laws"', imports)("c4"), "#c4");
  imports.known.clear();
  assert.equal(namesIn('import { c4 } from "elsewhere"', imports)("c4"), undefined);
});
