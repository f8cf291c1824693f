import assert from "node:assert/strict";
import { test } from "node:test";
import { type Table, type TableRow, table } from "../../../lib/index.ts";

const shown = (value: Table): Record<string, string> =>
  (value as unknown as Record<symbol, () => Record<string, string>>)[Symbol.for("Jupyter.display")]!();
const linesOf = (rows: readonly TableRow[]): string[] => shown(table(rows))["text/plain"]!.split("\n");

test("table() aligns numbers to the right and words to the left", () => {
  assert.deepEqual(
    linesOf([
      { word: "soul", seen: 80 },
      { word: "drizzly", seen: 1 },
    ]),
    ["word     seen", "soul       80", "drizzly     1"],
  );
});

test("table() aligns a column of numbers and words as words, wherever in it the words stand", () => {
  for (const order of [
    [0, 1, 2],
    [2, 0, 1],
    [1, 2, 0],
  ]) {
    const rows = [{ n: 5 }, { n: "none" }, { n: 12 }];
    const given = order.map((i) => rows[i]!);
    const texts = given.map(({ n }) => String(n));
    assert.deepEqual(linesOf(given), ["n", ...texts]);
    const html = shown(table(given))["text/html"]!;
    assert.doesNotMatch(html, /class="number"/);
    assert.deepEqual(
      [...html.matchAll(/<td style="text-align:left">([^<]*)<\/td>/g)].map(([, text]) => text),
      texts,
    );
  }
});

test("table() gives the numbers of a column the same decimals, four digits in the largest", () => {
  assert.deepEqual(linesOf([{ share: 1 }, { share: 0.80976 }, { share: 0.02 }]), [
    "share",
    "1.000",
    "0.810",
    "0.020",
  ]);
  assert.deepEqual(linesOf([{ n: 212_040 }, { n: 4 }]).slice(1), ["212\u00a0040", "      4"]);
  assert.deepEqual(linesOf([{ bits: 0.000_183_453 }, { bits: 0.627_31 }]).slice(1), [
    "0.0001835",
    "   0.6273",
  ]);
  assert.deepEqual(linesOf([{ x: Infinity }, { x: -12_345.6 }, { x: 99.5 }]).slice(1), [
    "Infinity",
    " −12\u00a0346",
    "     100",
  ]);
  assert.deepEqual(linesOf([{ x: 0 }, { x: 0 }]).slice(1), ["0", "0"]);
});

test("table() writes numbers as the book's sentences do: grouped, with a true minus, tiny ones as powers of ten", () => {
  assert.deepEqual(linesOf([{ rows: 1110 }, { rows: 111_000_000 }, { rows: -10_000 }]).slice(1), [
    "       1110",
    "111\u00a0000\u00a0000",
    "    −10\u00a0000",
  ]);
  assert.deepEqual(linesOf([{ p: 0.05 }, { p: 1.8231e-88 }, { p: -1e-5 }]).slice(1), [
    "         0.05",
    "1.823\u00a0×\u00a010⁻⁸⁸",
    "        −10⁻⁵",
  ]);
  assert.deepEqual(linesOf([{ x: 0.25 }, { x: -0.5 }]).slice(1), [" 0.2500", "−0.5000"]);
});

test("table() shows itself as HTML with headings that say what they head", () => {
  const html = shown(table([{ "a < b": 0.5, who: "<me>" }], { caption: "R & D" }))["text/html"]!;
  assert.equal(
    html,
    '<table class="rows"><caption>R &amp; D</caption><thead><tr><th scope="col" class="number" style="text-align:right">a &lt; b</th>' +
      '<th scope="col" style="text-align:left">who</th></tr></thead><tbody><tr><td class="number" style="text-align:right">0.5000</td>' +
      '<td style="text-align:left">&lt;me&gt;</td></tr></tbody></table>',
  );
  assert.match(shown(table([{ a: 1 }], { caption: "One" }))["text/plain"]!, /^One\n/);
});

test("table() names the rows it rejects", () => {
  assert.throws(() => table([]), /^RangeError: Cannot show a table: rows must hold at least 1 row, got 0$/);
  assert.throws(
    () => table([{ a: 1 }, { b: 1 }]),
    /^TypeError: Cannot show a table: rows\[1\] must have the keys a, got b$/,
  );
});
