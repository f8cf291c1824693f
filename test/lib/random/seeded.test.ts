// The generator's words are compared with the same generator written in Python (test/reference/basics.py).
import assert from "node:assert/strict";
import { test } from "node:test";
import { integer, type Rng, seeded } from "../../../lib/index.ts";
import { reference } from "../reference.ts";

const bits = (rng: Rng, count: number): number[] => Array.from({ length: count }, () => rng.bits());

test("seeded() gives the words of the reference implementation", () => {
  assert.deepEqual(bits(seeded(7), 6), reference.streams["seeded(7)"]);
  const child = seeded(7).split("a").split(3);
  assert.deepEqual(bits(child, 6), reference.streams["seeded(7).split('a').split(3)"]);
});

test("split() depends on seed, path and label, not on how much was drawn", () => {
  const fresh = seeded(1);
  const used = seeded(1);
  bits(used, 100);
  assert.deepEqual(bits(used.split("x"), 4), bits(fresh.split("x"), 4));
  assert.deepEqual(used.split("x").split(2).path, ["x", 2]);
});

test("split() leaves the parent's own numbers as they were", () => {
  const parent = seeded(1);
  parent.split("x").next();
  assert.deepEqual(bits(parent, 4), bits(seeded(1), 4));
});

test("different names give different streams", () => {
  const root = seeded(1);
  const streams = [root, seeded(2), seeded(-1), root.split(1), root.split("1"), root.split("1").split("1")];
  const first = streams.map((rng) => bits(rng, 2).join());
  first.push(bits(root.split('1","1'), 2).join());
  assert.equal(new Set(first).size, streams.length + 1);
});

test("next() is uniform: 64 cells of 256 000 draws, chi-squared within 4 standard errors of its mean", () => {
  const counts = new Array<number>(64).fill(0);
  const rng = seeded(20);
  for (let i = 0; i < 256_000; i += 1) counts[Math.floor(rng.next() * 64)]! += 1;
  const chi2 = counts.reduce((sum, count) => sum + (count - 4000) ** 2 / 4000, 0);
  assert.ok(Math.abs(chi2 - 63) < 4 * Math.sqrt(2 * 63), `chi-squared ${chi2}`);
});

test("neighbouring seeds and splits do not follow each other", () => {
  const n = 40_000;
  const pairs: [string, (i: number) => number][] = [
    ["seeds", (i) => seeded(i).next()],
    ["splits", (i) => seeded(5).split(i).next()],
  ];
  for (const [name, first] of pairs) {
    const x = Array.from({ length: n + 1 }, (_, i) => first(i) - 0.5);
    let [mean, lag] = [0, 0];
    for (let i = 0; i < n; i += 1) {
      mean += x[i]! / n;
      lag += (x[i]! * x[i + 1]! * 12) / n;
    }
    assert.ok(Math.abs(mean) < 4 * Math.sqrt(1 / 12 / n), `${name}: mean ${mean}`);
    assert.ok(Math.abs(lag) < 4 / Math.sqrt(n), `${name}: correlation ${lag}`);
  }
});

test("seeded() and split() name the argument they reject", () => {
  assert.throws(
    () => seeded(1.5),
    /Cannot make a random stream: seed must be an integer below 2\^53, got 1.5/,
  );
  assert.throws(() => seeded(2 ** 53), RangeError);
  assert.throws(() => seeded(1).split(Number.NaN), /label must be a finite number or a text, got NaN/);
});

test("Math.random is no stream: it does not compile", () => {
  // @ts-expect-error — Math.random carries no seed
  assert.throws(() => integer(3, Math.random), TypeError);
});
