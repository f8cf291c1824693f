import assert from "node:assert/strict";
import { test } from "node:test";
import { noBreaks } from "../../../book/render/noBreaks.ts";

/** Here `~` stands for a space that does not break. */
const cases: readonly (readonly [why: string, plain: string, joined: string])[] = [
  ["a number and its %", "98.5 % of 100 % at 5 per word", "98.5~% of 100~% at 5 per word"],
  [
    "what a number counts",
    "in chapters 3 and 4, generation 400; 4 chapters",
    "in chapters~3 and 4, generation~400; 4 chapters",
  ],
  ["a formula", "At t = 100 and M = 50 it ends", "At t~=~100 and M~=~50 it ends"],
  ["a formula in brackets", "(κ = 0.02), “h ≤ 3”", "(κ~=~0.02), “h~≤~3”"],
  ["a relation that HTML writes as an entity", "for p &lt; 0.005 &amp; q", "for p~&lt;~0.005 &amp; q"],
  [
    "a relation that the cells below complete",
    "<th>worse alone, from L =</th>",
    "<th>worse alone, from L~=</th>",
  ],
  ["a limit, and keys between words", "as n → ∞, ← and → turn pages", "as n~→~∞, ← and → turn pages"],
  ["a chain", "a = b = 2", "a~=~b~=~2"],
  ["a fraction and a formula with a minus", "q/r = −2", "q/r~=~−2"],
  ["± and ×", "0.5 ± 0.02, 64 × 64, 3 × 10⁻⁵", "0.5~±~0.02, 64~×~64, 3~×~10⁻⁵"],
  ["± after words", "a tolerance of ± 0.02", "a tolerance of ±~0.02"],
  ["digits", "of 10 000 and 1 000 000 rows, 12 1234", "of 10~000 and 1~000~000 rows, 12 1234"],
  ["words on both sides", "where the variance = what is left", "where the variance = what is left"],
  ["a tag before the relation", "<em>t</em> = 100, q<sub>t</sub> ≥ 2", "<em>t</em>~=~100, q<sub>t</sub>~≥~2"],
  ["a line that a tag begins", "<p> = 100</p>", "<p> = 100</p>"],
  ["no attribute", '<a title="t = 100, 5 %">5 %</a>', '<a title="t = 100, 5 %">5~%</a>'],
  [
    "no code",
    "<pre><code>t = 100 % 3</code></pre> <code>t = 1</code>",
    "<pre><code>t = 100 % 3</code></pre> <code>t = 1</code>",
  ],
  [
    "no drawing and no source of a formula",
    "<svg><text>5 %</text></svg><math>t = 1</math>",
    "<svg><text>5 %</text></svg><math>t = 1</math>",
  ],
  ["no script", '<script>a = 1 % 2; "</p>"</script>5 %', '<script>a = 1 % 2; "</p>"</script>5~%'],
];
for (const [why, plain, joined] of cases)
  test(`noBreaks(): ${why}`, () => assert.equal(noBreaks(plain).replaceAll("\u00a0", "~"), joined));
