import assert from "node:assert/strict";
import { test } from "node:test";
import katex from "katex";
import { parseHtml } from "../../../book/copy/parseHtml.ts";
import { literalText } from "../../../book/search/literalText.ts";
import { mathText } from "../../../book/search/mathText.ts";

const written: Readonly<Record<string, string>> = {
  c_4: "c_4",
  "|V|": "|V|",
  "\\left|V\\right|": "|V|",
  "p<0.05": "p < 0.05",
  "2N\\left(1-\\frac1N\\right)": "2N(1−1/N)",
  "\\frac{a+b}{2}": "(a+b)/2",
  "\\sigma_{t+1}^2": "σ_(t+1)^2",
  "e^{-1}": "e^(−1)",
  "\\sqrt{n}": "√n",
  "\\hat p": "p",
  "\\beta \\approx 1.1": "β ≈ 1.1",
  "\\sum_{i=1}^{n} x_i": "∑_(i = 1)^nx_i",
};

for (const [tex, text] of Object.entries(written))
  test(`the formula ${tex} is the text ${text}`, () => {
    const [formula] = parseHtml(katex.renderToString(tex, { output: "mathml" }));
    assert.equal(mathText(formula!).trim(), text);
  });

test("a text has one form, however it is typed", () => {
  for (const [one, ...others] of [
    ["2N(1−1/N)", "2N(1 - 1/N)", "2n( 1 – 1 / n )"],
    ["p < 0.05", "p<0.05"],
    ["c_4", "c₄", "c4"],
    ["σ^2", "σ²", "sigma^2"],
    ["Moby-Dick", "moby dick", "MobyDick"],
    ["n ≥ 2", "n>=2"],
    ["e^(−1)", "e^-1", "e^{-1}", "e⁻¹"],
  ])
    for (const other of others) assert.equal(literalText(other), literalText(one!), other);
  assert.notEqual(literalText("x − 1"), literalText("x 1"));
});
