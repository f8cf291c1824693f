import assert from "node:assert/strict";
import { test } from "node:test";
import katex from "katex";
import { lettersIn } from "../../book/lettersIn.ts";
import { lettersOf } from "../../book/lettersOf.ts";

const formula = (tex: string) =>
  katex.renderToString(tex, { displayMode: true, output: "html", throwOnError: true });

/** What these formulas ask of a face, whatever else is in the element. */
const asked = (tex: string, classes: RegExp) => lettersIn(formula(tex), classes);

test("a letter keeps its face though an element without text begins just before it", () => {
  for (const [tex, letters] of [
    ["W_2^2", "W"],
    ["a + W_2^2 + \\frac{X}{y}", "WXay"],
  ] as const)
    assert.equal(asked(tex, /\bmathnormal\b/), letters);
  assert.match(asked("\\int_k^\\infty x\\,dx + \\sum_i x_i", /\blarge-op\b/), /[∑∫]{2}/);
});

test("signs that HTML escapes are letters like others", () => {
  const letters = lettersOf(formula("a < b > c"));
  for (const sign of "<>") assert.ok(letters.includes(sign), `${sign} in ${letters}`);
  assert.equal(lettersOf("&amp;lt;"), "&;lt");
});
