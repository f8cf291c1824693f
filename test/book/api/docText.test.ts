import assert from "node:assert/strict";
import { test } from "node:test";
import { createDocText } from "../../../book/api/docText.ts";
import { formulaLine } from "../../../book/api/formula.ts";

const unknown: string[] = [];
const text = createDocText(
  {
    entry: (name) => (name === "mean" ? "metrics.html#mean" : undefined),
    chapter: (number) => (number < 4 ? `../${number}.html` : undefined),
  },
  (name) => unknown.push(name),
);
const mean = '<a href="metrics.html#mean"><code>';

const lines: readonly (readonly [why: string, line: string, html: string])[] = [
  ["a link to an export", "see {@link mean}.", `see ${mean}mean</code></a>.`],
  [
    "code that names an export",
    "`mean` and `mean(x)` of `x`",
    `${mean}mean</code></a> and ${mean}mean(x)</code></a> of <code>x</code>`,
  ],
  ["a DOI, without the comma after it", "doi:10.1/a, p", "doi:10.1/a, p"],
  [
    "a DOI",
    "in doi:10.1038/s41-y — x",
    'in <a href="https://doi.org/10.1038/s41-y">doi:10.1038/s41-y</a> — x',
  ],
  [
    "a DOI with brackets",
    "doi:10.1016/0047-2727(86)90024-1; x",
    '<a href="https://doi.org/10.1016/0047-2727(86)90024-1">doi:10.1016/0047-2727(86)90024-1</a>; x',
  ],
  ["arXiv", "arXiv:2404.01413, §2", '<a href="https://arxiv.org/abs/2404.01413">arXiv:2404.01413</a>, §2'],
  [
    "an address at the end of a sentence",
    "(https://a.org/b).",
    '(<a href="https://a.org/b">https://a.org/b</a>).',
  ],
  [
    "chapters that are there, and one that is not",
    "chapters 1, 3 and 7",
    '<a href="../1.html">chapters 1</a>, <a href="../3.html">3</a> and 7',
  ],
  ["a span of chapters", "chapters 1–3", '<a href="../1.html">chapters 1</a>–<a href="../3.html">3</a>'],
  ["a span of the chapters of another book", "chapters 1 … 135, Epilogue", "chapters 1 … 135, Epilogue"],
  ["another such span", "chapters 2 to 40", "chapters 2 to 40"],
  [
    "formulas in prose",
    "q_t: x₂ … x_K with e^r(x), in some_file",
    "q<sub>t</sub>: x₂ … x<sub>K</sub> with e<sup>r(x)</sup>, in some_file",
  ],
  ["signs of HTML", "a < b & `c > d`", "a &lt; b &amp; <code>c &gt; d</code>"],
];
for (const [why, line, html] of lines) test(`docText: ${why}`, () => assert.equal(text.line(line), html));

test("docText: a name that an entry has for its own leads nowhere, unless it is linked on purpose", () => {
  const names = { entry: (name: string) => `#${name}`, chapter: () => undefined };
  const own = createDocText(names, () => {}, new Set(["mean"]));
  assert.equal(
    own.line("without `mean`, with `sd` and {@link mean}"),
    'without <code>mean</code>, with <a href="#sd"><code>sd</code></a> and <a href="#mean"><code>mean</code></a>',
  );
});

test("docText: a link that leads nowhere is told, and stays code", () => {
  assert.equal(
    text.line("{@link median} and {@link median the middle}"),
    "<code>median</code> and <code>the middle</code>",
  );
  assert.deepEqual(unknown, ["median", "median"]);
});

test("docText: paragraphs, formulas and lists", () => {
  assert.equal(
    text.blocks("One\nline:\n\n  c^t\n  d\n\nTwo:\n- a\n  b\n- c"),
    '<p>One line:</p>\n<div class="formula"><p><span>c<sup>t</sup></span></p><p><span>d</span></p></div>\n' +
      "<p>Two:</p>\n<ul>\n<li>a b</li>\n<li>c</li>\n</ul>\n",
  );
});

const formulas: readonly (readonly [line: string, html: string])[] = [
  ["σ_t² / σ₀²", "<span>σ<sub>t</sub>² / σ₀²</span>"],
  ["P_{t+1} = (1 − w)^t", "<span>P<sub>t+1</sub> = (1 − w)<sup>t</sup></span>"],
  ["e^(−t/(M − 1)) n_s^max", "<span>e<sup>−t/(M − 1)</sup> n<sub>s</sub><sup>max</sup></span>"],
  ["(s / n)^1.5 and x^2.", "<span>(s / n)<sup>1.5</sup> and x<sup>2</sup>.</span>"],
  ["e^(q_{t−1})", "<span>e<sup>q<sub>t−1</sub></sup></span>"],
  ["a < b      →      0", "<span>a &lt; b</span> <span>→</span> <span>0</span>"],
  ["fit on `some_data`", "<span>fit on <code>some_data</code></span>"],
];
for (const [line, html] of formulas)
  test(`formulaLine(): ${line}`, () => assert.equal(formulaLine(line), html));

test("a table of a header is a table, with links and code in its cells", () => {
  assert.equal(
    text.blocks("It has\n\n| call | gives |\n|---|---|\n| `mean` | a < b |"),
    `<p>It has</p>\n<div class="table" role="group" tabindex="0" aria-label="Table"><table><thead><tr><th scope="col">call</th><th scope="col">gives</th></tr></thead><tbody>\n<tr><td>${mean}mean</code></a></td><td>a &lt; b</td></tr>\n</tbody></table></div>\n`,
  );
});
