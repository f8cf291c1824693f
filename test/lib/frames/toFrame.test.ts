import assert from "node:assert/strict";
import { test } from "node:test";
import { toMimeBundle } from "../../../kernel/display/toMimeBundle.ts";
import { toFrame } from "../../../lib/frames/index.ts";
import { gaussian, manyLoops, replace, seeded } from "../../../lib/index.ts";

test("columns of any kind of array become columns, copied", () => {
  const share = Float64Array.of(0.5, 0.25);
  const frame = toFrame({ word: ["whale", "sea"], share, known: [true, false] });
  share.fill(0);
  assert.deepEqual(frame.columns, ["word", "share", "known"]);
  assert.deepEqual(frame.values, [
    ["whale", 0.5, true],
    ["sea", 0.25, false],
  ]);
});

test("what manyLoops() gives becomes a row per generation and run, and danfojs groups it", () => {
  const family = gaussian({ ddof: 1 });
  const readings = manyLoops({
    ...{
      family,
      start: family.known({ mean: 0, sd: 1 }),
      regime: replace(),
      generations: 4,
      size: 10,
      runs: 6,
    },
    rng: seeded(1),
    read: { sd: (turn) => turn.model.parameters.sd, mean: (turn) => turn.model.parameters.mean },
  });
  const frame = toFrame(readings);
  assert.deepEqual(frame.columns, ["generation", "run", "sd", "mean"]);
  assert.deepEqual(frame.shape, [30, 4]);
  assert.deepEqual(frame.values[4 * 6 + 5], [4, 5, readings.sd[4]![5], readings.mean[4]![5]]);
  const grouped = frame.groupby(["generation"]).col(["sd"]).mean();
  const sum = (values: ArrayLike<number>) => Array.from(values).reduce((a, b) => a + b);
  grouped.values.forEach((row, generation) => {
    assert.ok(Math.abs((row as number[])[1]! - sum(readings.sd[generation]!) / 6) < 1e-12);
  });
});

test("records become rows, and a frame shows itself as a table", async () => {
  const frame = toFrame([
    { group: "Adelie", count: 152 },
    { group: "Gentoo", count: 124 },
  ]);
  assert.deepEqual(frame.shape, [2, 2]);
  const bundle = (await toMimeBundle(frame))!;
  assert.match(String(bundle["text/html"]), /<table[\s\S]*Adelie[\s\S]*152/);
  assert.match(String(bundle["text/plain"]), /Gentoo/);
});

test("toFrame() names what it rejects", () => {
  assert.throws(() => toFrame({}), /results must hold at least 1 column, got 0/);
  assert.throws(() => toFrame([]), /results must hold at least 1 record, got 0/);
  assert.throws(() => toFrame({ a: [] }), /results\.a must hold at least 1 value, got 0/);
  assert.throws(() => toFrame({ a: [1, 2], b: [1] }), /results\.b must hold 2 values as a does, got 1/);
  assert.throws(() => toFrame({ a: 3 as never }), /^TypeError: .*results\.a must be a list of values, got 3/);
  assert.throws(() => toFrame(null as never), /^TypeError: .*must be columns, readings or records, got null/);
  assert.throws(
    () => toFrame({ a: [[1, 2]], b: [[1]] }),
    /results\.b must have the generations and runs of a/,
  );
  assert.throws(() => toFrame([{ a: 1 }, { b: 1 }]), /results\[1\] must have the names a, got b/);
});

const refused: [why: string, results: unknown, error: RegExp][] = [
  ["rows without names", [[1, 2], [3, 4]], /^TypeError: .*results\[0\] must be a record of names and values, got an array/], // biome-ignore format: a table
  [
    "rows of typed arrays",
    [Float64Array.of(1)],
    /^TypeError: .*results\[0\] must be a record .*got Float64Array/,
  ],
  ["numbers", [1, 2], /^TypeError: .*results\[0\] must be a record of names and values, got 1/],
  ["texts", ["ab"], /^TypeError: .*results\[0\] must be a record of names and values, got ab/],
  ["a record, then none", [{ a: 1 }, null], /^TypeError: .*results\[1\] must be a record .*got null/],
  ["records without names", [{}], /^RangeError: .*results\[0\] must have at least 1 name, got 0/],
  [
    "a typed array",
    Float64Array.of(1, 2),
    /^TypeError: .*must be columns, readings or records, got Float64Array/,
  ],
  ["a map", new Map([["a", [1]]]), /^TypeError: .*must be columns, readings or records, got Map/],
  ["a text", "abc", /^TypeError: .*must be columns, readings or records, got abc/],
  [
    "lists in one column",
    { a: [1, 2], b: [3, [4]] },
    /^TypeError: .*results\.b\[1\] must be one value, .* got a list/,
  ],
  [
    "readings beside a column",
    { a: [[1]], b: [1] },
    /^TypeError: .*results\.a\[0\] must be one value, .* got a list/,
  ],
  [
    "ragged readings",
    { a: [[1, 2], [3]] },
    /^RangeError: .*results\.a\[1\] must hold 2 runs as a\[0\] does, got 1/,
  ],
  [
    "a generation that is none",
    { a: [[1], 2] },
    /^TypeError: .*results\.a\[1\] must be a list of runs, got 2/,
  ],
  ["no runs", { a: [[], []] }, /^RangeError: .*results\.a\[0\] must hold at least 1 run, got 0/],
];
for (const [why, results, error] of refused) {
  test(`toFrame() refuses ${why}`, () => assert.throws(() => toFrame(results as never), error));
}
