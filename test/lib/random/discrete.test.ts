// integer(), categorical() and resample(): each category's share against its probability, within 4 standard errors.
import assert from "node:assert/strict";
import { test } from "node:test";
import { categorical, integer, resample, seeded } from "../../../lib/index.ts";

const n = 120_000;

function assertShares(drawn: ArrayLike<number>, expected: readonly number[]): void {
  const counts = new Array<number>(expected.length).fill(0);
  for (let i = 0; i < drawn.length; i += 1) {
    assert.ok(drawn[i]! in counts, `drew ${drawn[i]}`);
    counts[drawn[i]!]! += 1;
  }
  for (const [i, p] of expected.entries()) {
    const share = counts[i]! / drawn.length;
    assert.ok(
      Math.abs(share - p) <= 4 * Math.sqrt((p * (1 - p)) / drawn.length),
      `category ${i}: ${share}, not ${p}`,
    );
  }
}

for (const below of [2, 3, 7, 10]) {
  test(`integer(${below}) gives each integer below ${below} equally often`, () => {
    const rng = seeded(below);
    assertShares(
      Array.from({ length: n }, () => integer(below, rng)),
      new Array(below).fill(1 / below),
    );
  });
}

test("integer() is fair where a plain remainder would not be: below 3/4 of 2^53", () => {
  const below = 0.75 * 2 ** 53;
  const rng = seeded(5);
  let low = 0;
  for (let i = 0; i < n; i += 1) low += integer(below, rng) < below / 3 ? 1 : 0; // a remainder gives 1/2
  assert.ok(Math.abs(low / n - 1 / 3) < 4 * Math.sqrt(2 / 9 / n), `${low / n}`);
});

test("integer() rejects and draws again exactly when the fair share is used up", () => {
  // 2³² = 3 · 1431655765 + 1, so of all first words only 0 is refused for below = 3
  const words = [0, 0x80000000];
  const rng = { seed: 0, path: [], next: () => 0, bits: () => words.shift()!, split: () => rng };
  assert.equal(integer(3, rng), 1);
  assert.equal(words.length, 0);
});

test("integer() names the argument it rejects", () => {
  for (const below of [0, -1, 1.5, Number.NaN, 2 ** 54]) {
    assert.throws(() => integer(below, seeded(1)), /below must be an integer from 1 to 2\^53/);
  }
});

for (const weights of [[1], [1, 2, 3, 4], [0, 5, 0, 1], [1e-9, 1, 1e9], [0.1, 0.2, 0.7, 0], [0, 0, 1]]) {
  test(`categorical([${weights}]) gives each category its share`, () => {
    const rng = seeded(weights.length);
    const draw = categorical(Object.freeze(weights));
    const total = weights.reduce((sum, w) => sum + w, 0);
    const drawn = Array.from({ length: n }, () => draw(rng));
    assertShares(
      drawn,
      weights.map((w) => w / total),
    );
  });
}

test("categorical() names the weight it rejects", () => {
  assert.throws(() => categorical([1, -1]), /weights\[1\] must be finite and not negative, got -1/);
  assert.throws(() => categorical([0, 0]), /weights must have a positive sum, got 0/);
  assert.throws(() => categorical([]), RangeError);
});

test("resample() copies each place of the data equally often, and keeps the kind of array", () => {
  const data = Uint16Array.of(0, 0, 0, 1, 2, 2);
  const copy = resample(data, n, seeded(9));
  assert.ok(copy instanceof Uint16Array);
  assertShares(copy, [3 / 6, 1 / 6, 2 / 6]);
  assert.deepEqual(data, Uint16Array.of(0, 0, 0, 1, 2, 2));
});

test("resample() names the argument it rejects", () => {
  assert.throws(() => resample(new Float64Array(0), 1, seeded(1)), /data must hold at least 1 value, got 0/);
  assert.throws(
    () => resample(Float64Array.of(1), -1, seeded(1)),
    /count must be an integer of at least 0, got -1/,
  );
});
