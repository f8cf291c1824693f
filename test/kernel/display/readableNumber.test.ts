// Kernel, library and book may not import each other, and stand side by side on a page: numbers in their tables read alike.
import assert from "node:assert/strict";
import { test } from "node:test";
import { readable } from "../../../book/render/dataTable.ts";
import { columnNumber } from "../../../kernel/display/columnNumber.ts";
import { readableNumber } from "../../../kernel/display/readableNumber.ts";
import { toMimeBundle } from "../../../kernel/display/toMimeBundle.ts";
import { table } from "../../../lib/figures/table.ts";
import { shortNumber } from "../../../lib/show/shortNumber.ts";

const plain = (text: string): string => text.replaceAll("\u00a0", " ");

for (const [value, text] of [
  [200_000, "200 000"],
  [1851, "1851"],
  [12_800, "12 800"],
  [-12_345_678, "−12 345 678"],
  [0.99751234, "0.9975"],
  [-0.5, "−0.5"],
  [2.5e-4, "0.00025"],
  [1.05212e-5, "1.052 × 10⁻⁵"],
  [-1e-7, "−10⁻⁷"],
  [1.5e15, "1.5 × 10¹⁵"],
  [1e20, "10²⁰"],
  [0, "0"],
  [Number.NaN, "NaN"],
  [-Infinity, "−Infinity"],
] as const)
  test(`a table of the kernel and one of the library have ${text}`, () => {
    assert.equal(plain(readableNumber(value)), text);
    assert.equal(plain(shortNumber(value)), text);
  });

test("the data under a figure have the same digits, signs and gaps", () => {
  for (const value of [200_000, 1851, 12_800, -12_345_678, 0.99751234, -0.5, 0])
    assert.equal(readableNumber(value), readable(value));
});

test("a table of the kernel has the whole part of a number whole, and a zero's sign", () => {
  assert.equal(plain(readableNumber(21_488.53)), "21 489");
  assert.equal(readableNumber(-0), "−0");
});

for (const [about, values] of [
  ["fractions of a kind", [0.0002641, 0.000182, 0.000141]],
  ["fractions that differ a thousandfold", [346.1, 0.0008073, 2.517]],
  ["whole numbers", [6400, 12_800, 25_600]],
  ["large fractions", [21_488.53, 12_345.6, -9876.54]],
  ["signs, and what is no number", [-0.12345, 1.5678, Number.NaN]],
] as const)
  test(`a column of the kernel's table and one of the library's are the same: ${about}`, async () => {
    const cellsOf = (html: unknown): string[] =>
      [
        ...String(html)
          .replace(/^.*<tbody>/s, "")
          .matchAll(/<td class="number"[^>]*>([^<]*)</g),
      ].map(([, text = ""]) => text);
    const rows = values.map((x) => ({ x }));
    const library = (await toMimeBundle(table(rows)))?.["text/html"];
    assert.deepEqual(cellsOf((await toMimeBundle(rows))?.["text/html"]), cellsOf(library));
    assert.equal(cellsOf(library).length, values.length);
  });

test("a column of the kernel's table has no zeros that say nothing", () => {
  const column = (values: readonly number[]): string[] => values.map(columnNumber(values));
  assert.deepEqual(column([1.5, 0.5, 2]), ["1.5", "0.5", "2.0"]);
  assert.deepEqual(column([0.25, -0]), ["0.25", "−0.00"]);
  assert.deepEqual(column([0.1 + 0.2, 0.3]), ["0.3", "0.3"]);
  assert.deepEqual(column([0, 1, 2]), ["0", "1", "2"]);
  assert.deepEqual(column([1e300, 0.5]), ["10³⁰⁰", "0.5"]);
});
