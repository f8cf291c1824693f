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
