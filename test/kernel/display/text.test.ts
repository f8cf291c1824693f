// Values as text: in a table's cell, rounded for reading, and in a template.
import assert from "node:assert/strict";
import { test } from "node:test";
import { cellText } from "../../../kernel/display/cellText.ts";
import { html } from "../../../kernel/display/html.ts";
import { joinedTemplate } from "../../../kernel/display/joinedTemplate.ts";
import { shortNumber } from "../../../kernel/display/shortNumber.ts";
import { withoutCompiledNames } from "../../../kernel/display/withoutCompiledNames.ts";

for (const [number, text] of [
  [0.123456, "0.1235"],
  [12.3456, "12.35"],
  [999.94, "999.9"],
  [999.96, "1000"],
  [1000.4, "1000"],
  [21488.53, "21489"],
  [-21488.53, "-21489"],
  [214889, "214889"],
  [-0, "-0"],
  [0, "0"],
  [1e-7, "1e-7"],
  [1.23456e14 + 0.25, "123456000000000"],
  [1.23456789e20, "123500000000000000000"],
  [Number.NaN, "NaN"],
  [Number.NEGATIVE_INFINITY, "-Infinity"],
] as const)
  test(`shortNumber() writes ${Object.is(number, -0) ? "-0" : number} as ${text}`, () =>
    assert.equal(shortNumber(number), text));

for (const [value, text] of [
  [undefined, ""],
  [null, "null"],
  ["plain", "plain"],
  ["two\n  lines\tof text", "two lines of text"],
  [0.123456789, "0.123456789"],
  [5n, "5n"],
  [true, "true"],
  [{ a: "b" }, "{ a: 'b' }"],
  ["x".repeat(80), "x".repeat(80)],
  ["x".repeat(81), `${"x".repeat(79)}…`],
] as const)
  test(`cellText() shows ${JSON.stringify(value === 5n ? "5n" : value)?.slice(0, 20)} in one line`, () =>
    assert.equal(cellText(value), text));

test("cellText() writes numbers, and only them, as it is told", () => {
  const told = (n: number): string => `<${n}>`;
  assert.deepEqual(
    [1.5, "1.5", 5n].map((value) => cellText(value, told)),
    ["<1.5>", "1.5", "5n"],
  );
});

test("joinedTemplate() puts values in: nothing for undefined, HTML for what html() made, else text", () => {
  const tag = (strings: TemplateStringsArray, ...values: unknown[]): string | undefined =>
    joinedTemplate(strings, values);
  assert.equal(tag`a${1}b${undefined}c${null}d${html("<i>e</i>")}`, "a1bcnulld<i>e</i>");
  assert.equal(tag`${{ html: "<b>" }}`, "[object Object]", "what only looks like it is text");
  assert.equal(tag`a\n`, "a\n");
  assert.equal(joinedTemplate("text", []), undefined);
  assert.equal(joinedTemplate(["a list"], []), undefined);
});

test("html() has its words as text, without tags", () => {
  const shown = html("<p>two\n <b>words</b></p>") as unknown as Record<symbol, () => unknown>;
  assert.deepEqual(shown[Symbol.for("Jupyter.display")]?.(), {
    "text/plain": "two words",
    "text/html": "<p>two\n <b>words</b></p>",
  });
  assert.deepEqual(Object.keys(shown), ["html"]);
});

for (const [message, text] of [
  ["$.f is not a function", "f is not a function"],
  ["(0 , $.f) is not a function", "f is not a function"],
  ["$.xs.map is not a function", "xs.map is not a function"],
  ["$__.f is not a function", "f is not a function"],
  ["$host.owner(...).f is not a function", "f is not a function"],
  ["(0 , $host.owner(...).f) is not a function", "f is not a function"],
  ["$.a is not iterable", "a is not iterable"],
  ["$host.meta.f is not a function", "import.meta.f is not a function"],
  [
    "Cannot destructure property 'a' of '$.b' as it is undefined.",
    "Cannot destructure property 'a' of 'b' as it is undefined.",
  ],
  ["a.$.f is not a function", "a.$.f is not a function"],
  ["x$.f is not a function", "x$.f is not a function"],
  ["$.5 costs", "$.5 costs"],
  ["the price is $.f", "the price is $.f"],
] as const)
  test(`withoutCompiledNames() gives ${text} for ${message}`, () =>
    assert.equal(withoutCompiledNames(message), text));
