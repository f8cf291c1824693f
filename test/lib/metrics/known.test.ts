// Known values: NumPy 2.4.6 and SciPy 1.17.1 (test/reference/basics.py), science.md §5, or plain arithmetic.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  chao1,
  entropy,
  gaussianWasserstein2,
  goodTuringUnseenMass,
  mean,
  median,
  medianStandardError,
  quantile,
  seeded,
  standardError,
  standardNormal,
  typesAlive,
  variance,
  wasserstein1,
} from "../../../lib/index.ts";
import { reference } from "../reference.ts";

const { samples } = reference;
const a: readonly number[] = Object.freeze(samples.a);
const b: readonly number[] = Object.freeze(samples.b);

const close = (actual: number, expected: number): void =>
  assert.ok(
    Math.abs(actual - expected) <= 1e-14 * Math.max(1, Math.abs(expected)),
    `${actual}, not ${expected}`,
  );

test("mean() agrees with NumPy", () => close(mean(a), samples.mean));
test("variance() agrees with NumPy for both divisors", () => {
  close(variance(a, { ddof: 0 }), samples.variance0);
  close(variance(a, { ddof: 1 }), samples.variance1);
});
test("standardError() agrees with SciPy's sem", () => close(standardError(a), samples.standardError));
for (const [p, expected] of Object.entries(samples.quantiles)) {
  test(`quantile(${p}) uses the R-7 method, as NumPy's "linear"`, () =>
    close(quantile(a, Number(p)), expected));
}
test("median() is the quantile at 1/2", () => close(median(a), samples.quantiles["0.5"]!));
test("wasserstein1() agrees with SciPy for unequal sizes", () =>
  close(wasserstein1(a, b), samples.wasserstein1));
for (const { x, y, expected, why } of [
  { x: [0, 1, 3], y: [5, 6, 8], expected: 5, why: "a pure shift" },
  { x: [-1, 1], y: [0, 0], expected: 1, why: "same mean, tails lost" },
  { x: [0, 1, 2, 3], y: [0, 3], expected: 0.5, why: "unequal sizes" },
]) {
  test(`wasserstein1() is ${expected} for ${why}`, () => {
    assert.equal(wasserstein1(Object.freeze(x), Object.freeze(y)), expected);
  });
}
test("gaussianWasserstein2() is the squared distance", () => {
  assert.equal(gaussianWasserstein2({ mean: 1, sd: 2 }, { mean: 4, sd: 6 }), 25);
});
test("entropy() agrees with SciPy in bits and nats", () => {
  close(entropy([1, 2, 7], { base: 2 }), samples.entropyBits);
  close(entropy([1, 2, 7], { base: Math.E }), samples.entropyNats);
  assert.equal(entropy([0, 5], { base: 2 }), 0);
});

const counts = Object.freeze([1, 1, 4, 2, 5, 2, 4, 1, 2]);
test("Good–Turing and Chao1 on science.md's counts: 3/22, 9.75, 10.5", () => {
  assert.equal(goodTuringUnseenMass(counts), 3 / 22);
  assert.equal(chao1(counts, { biasCorrected: true }), 9.75);
  assert.equal(chao1(counts, { biasCorrected: false }), 10.5);
});
test("chao1() without words seen twice: the classic form has no finite bound, the corrected one has", () => {
  assert.equal(chao1([1, 1], { biasCorrected: false }), Infinity);
  assert.equal(chao1([1, 1], { biasCorrected: true }), 3);
  assert.equal(chao1([5, 3], { biasCorrected: false }), 2);
});
test("typesAlive() counts what is left", () => assert.equal(typesAlive([0, 3, 0, 1]), 2));

test("medianStandardError() is the spread of medians: 3000 medians of 400 normal draws, within 4 standard errors", () => {
  const runs = 3000;
  const rng = seeded(8);
  const medians: number[] = [];
  const errors: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const draws = Array.from({ length: 400 }, () => standardNormal(rng));
    medians.push(median(draws));
    errors.push(medianStandardError(draws));
  }
  const spread = Math.sqrt(variance(medians, { ddof: 1 }));
  // a spread from n runs has relative standard error 1/√(2n); the mean of the estimates adds its own, and a bias of order 1/n
  const room = 4 * Math.hypot(spread / Math.sqrt(2 * runs), standardError(errors)) + spread / 400;
  assert.ok(Math.abs(mean(errors) - spread) < room, `${mean(errors)}, not ${spread}`);
});

const refusals: [string, () => unknown, RegExp][] = [
  ["mean", () => mean([]), /^RangeError: Cannot compute mean: data must hold at least 1 value, got 0$/],
  ["mean", () => mean([1, Number.NaN]), /data\[1\] must be finite, got NaN/],
  ["variance", () => variance([1], { ddof: 1 }), /data must hold at least 2 values, got 1/],
  ["variance", () => variance([1, 2], { ddof: 2 as 1 }), /ddof must be 0 .* got 2/],
  ["standardError", () => standardError([1]), /data must hold at least 2 values, got 1/],
  ["quantile", () => quantile([1], 1.1), /p must lie between 0 and 1, got 1.1/],
  ["median", () => median([]), /data must hold at least 1 value, got 0/],
  ["medianStandardError", () => medianStandardError([1, 2, 3, 4]), /data must hold at least 5 values, got 4/],
  ["wasserstein1", () => wasserstein1([1], [2, Number.NaN]), /b\[1\] must be finite, got NaN/],
  ["wasserstein1", () => wasserstein1([], [2]), /a must hold at least 1 value, got 0/],
  [
    "gaussianWasserstein2",
    () => gaussianWasserstein2({ mean: 0, sd: 1 }, { mean: 0, sd: -1 }),
    /b.sd must be .* got -1/,
  ],
  [
    "gaussianWasserstein2",
    () => gaussianWasserstein2({ mean: Infinity, sd: 1 }, { mean: 0, sd: 1 }),
    /a.mean must be finite/,
  ],
  ["entropy", () => entropy([1], { base: 1 }), /base must be a number above 1, got 1/],
  ["entropy", () => entropy([0, 0], { base: 2 }), /weights must have a positive sum, got 0/],
  ["entropy", () => entropy([1, -1], { base: 2 }), /weights\[1\] must be finite and not negative, got -1/],
  ["typesAlive", () => typesAlive([1.5]), /counts\[0\] must be an integer of at least 0, got 1.5/],
  ["goodTuringUnseenMass", () => goodTuringUnseenMass([0]), /counts must hold at least one item, got 0/],
  [
    "chao1",
    () => chao1([1], {} as { biasCorrected: true }),
    /^TypeError: Cannot compute chao1: biasCorrected must be true or false, got undefined$/,
  ],
];
for (const [name, attempt, message] of refusals) {
  test(`${name}() refuses: ${message.source}`, () => {
    assert.throws(attempt, (error) => message.test(String(error)));
  });
}
