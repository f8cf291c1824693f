// Known values: scikit-learn's KernelDensity and SciPy's gaussian_kde (test/reference/classicalModels.py).
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  accumulate,
  blurredVariance,
  gaussian,
  kernelDensity,
  manyLoops,
  mean,
  multivariateKernelDensity,
  replace,
  scottBandwidth,
  seeded,
  silvermanBandwidth,
  standardError,
  variance,
} from "../../../lib/index.ts";
import { readReference, relativeError } from "../reference.ts";

type Case<Point> = { data: Point[]; at: Point[]; logProb: number[]; scott: number; silverman: number };
const { line, plane } = readReference<{
  kernelDensity: { line: Case<number> & { scottLogProb: number[] }; plane: Case<number[]> };
}>("classicalModels").kernelDensity;

test("kernelDensity() gives the log densities of scikit-learn, also where all kernels are far", () => {
  const model = kernelDensity({ bandwidth: 0.75 }).fit(line.data);
  for (const [i, x] of line.at.entries())
    assert.ok(relativeError(model.logProb(x), line.logProb[i]!) < 1e-12);
});

test("multivariateKernelDensity() gives the log densities of scikit-learn", () => {
  const model = multivariateKernelDensity({ bandwidth: 0.75 }).fit(plane.data);
  for (const [i, x] of plane.at.entries())
    assert.ok(relativeError(model.logProb(x), plane.logProb[i]!) < 1e-12);
});

test("Scott's and Silverman's bandwidths are SciPy's on a line, and its factor times the mean sd in a plane", () => {
  assert.ok(relativeError(scottBandwidth(line.data), line.scott) < 1e-12);
  assert.ok(relativeError(silvermanBandwidth(line.data), line.silverman) < 1e-12);
  assert.ok(relativeError(scottBandwidth(plane.data), plane.scott) < 1e-12);
  assert.ok(relativeError(silvermanBandwidth(plane.data), plane.silverman) < 1e-12);
  const model = kernelDensity({ bandwidth: scottBandwidth }).fit(line.data);
  for (const [i, logProb] of line.scottLogProb.entries())
    assert.ok(relativeError(model.logProb(line.at[i]!), logProb) < 1e-12);
});

test("a kernel density in one dimension is the same from numbers as from rows of one", () => {
  const numbers = kernelDensity({ bandwidth: 2 }).fit(line.data);
  const rows = multivariateKernelDensity({ bandwidth: 2 }).fit(line.data.map((x) => [x]));
  assert.ok(relativeError(numbers.logProb(3), rows.logProb([3])) < 1e-12);
  assert.deepEqual(
    Array.from(numbers.sample(9, seeded(1))),
    rows.sample(9, seeded(1)).map((row) => row[0]),
  );
});

test("a kernel density loop blurs: E V → (1 − 1/M)(V + h²), the opposite of a collapse (2000 loops, M = 20, h = 0.75)", () => {
  const [size, h] = [20, 0.75];
  const { spread } = manyLoops({
    family: kernelDensity({ bandwidth: h }),
    data: (rng) => gaussian({ ddof: 0 }).known({ mean: 0, sd: 1 }).sample(size, rng),
    regime: replace(),
    generations: 10,
    runs: 2000,
    rng: seeded(70),
    read: { spread: ({ data }) => variance(data!, { ddof: 0 }) },
  });
  for (const [t, values] of spread.entries()) {
    // The human data of a loop is a batch too: its own variance is 1 − 1/M on average.
    const law = blurredVariance(t, { size, bandwidth: h, variance: 1 - 1 / size });
    const error = 4 * standardError(values);
    assert.ok(Math.abs(mean(values) - law) < error, `generation ${t}: ${mean(values)}, not ${law}`);
  }
  assert.ok(mean(spread[10]!) > 4);
});

test("a kernel density loop in a plane blurs each axis alike, also when data accumulates (300 loops)", () => {
  const family = multivariateKernelDensity({ bandwidth: 0.5 });
  const { x, y } = manyLoops({
    family,
    start: family.fit([[0, 0]]),
    regime: accumulate(),
    generations: 1,
    size: 30,
    runs: 300,
    rng: seeded(71),
    read: {
      x: ({ data }) => (data ? mean(data.map((row) => row[0]! ** 2)) : 0),
      y: ({ data }) => (data ? mean(data.map((row) => row[1]! ** 2)) : 0),
    },
  });
  for (const values of [x[1]!, y[1]!]) assert.ok(Math.abs(mean(values) - 0.25) < 4 * standardError(values));
});

test("kernel densities name the argument they reject", () => {
  assert.throws(() => kernelDensity({ bandwidth: 0 }), /bandwidth must be finite and above 0, got 0/);
  assert.throws(() => multivariateKernelDensity({ bandwidth: Number.NaN }), /bandwidth must be .*, got NaN/);
  assert.throws(() => kernelDensity({ bandwidth: () => -1 }).fit([1]), /bandwidth must be .*, got -1/);
  assert.throws(
    () =>
      multivariateKernelDensity({ bandwidth: 1 })
        .fit([[1]])
        .logProb([1, 2]),
    /x must hold 1 numbers/,
  );
  assert.throws(() => scottBandwidth([3, 3]), /data must have a variance above 0, got 2 equal values/);
  assert.throws(() => silvermanBandwidth([3]), /data must hold at least 2 rows, got 1/);
  assert.equal(kernelDensity({ bandwidth: 1 }).fit([0]).logProb(1e300), -Infinity);
  assert.throws(
    () => kernelDensity({ bandwidth: 1 }).fit([0]).logProb(Number.NaN),
    /x must be finite, got NaN/,
  );
});
