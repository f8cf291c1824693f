// Intervals from independent runs: they hold what they say, or are refused.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  gaussianMoments,
  type Interval,
  manyLoops,
  meanInterval,
  medianInterval,
  medianVariance,
  type Rng,
  replace,
  seeded,
  standardNormal,
} from "../../../lib/index.ts";
import { studentQuantile } from "../../../lib/numerics/studentQuantile.ts";
import { readReference, relativeError } from "../reference.ts";

const reference = readReference<{
  student: { level: number; degrees: number; t: number }[];
  orders: { n: number; level: number; k: number | null; kept?: number }[];
  means: { name: string; data: number[]; skewness: number; low: number; high: number }[];
}>("intervals");

test("Student's quantiles are SciPy's", () => {
  for (const { level, degrees, t } of reference.student) {
    const error = relativeError(studentQuantile(level, degrees), t);
    assert.ok(error < 1e-12, `t at ${level} with ${degrees}: off by ${error}`);
  }
});

test("medianInterval() takes the order statistics that SciPy's binomial law names, and says its level", () => {
  for (const { n, level, k, kept } of reference.orders) {
    const data = Array.from({ length: n }, (_, i) => ((i * 7919) % n) + 1); // 1 … n, out of order
    if (k === null) {
      assert.throws(() => medianInterval(data, { level }), /data must hold at least \d+ values for level/);
      continue;
    }
    const found = medianInterval(data, { level });
    assert.deepEqual(
      [found.low, found.high, found.estimate],
      [k, n + 1 - k, (n + 1) / 2],
      `n = ${n}, ${level}`,
    );
    assert.ok(relativeError(found.level, kept!) < 1e-11, `${found.level}, not ${kept}`);
  }
});

test("medianInterval() says how many values a level needs", () => {
  for (const [level, least] of [
    [0.5, 2],
    [0.9, 5],
    [0.95, 6],
    [0.99, 8],
  ] as const) {
    const few = Array.from({ length: least - 1 }, (_, i) => i);
    assert.throws(
      () => medianInterval(few, { level }),
      new RegExp(`at least ${least} values for level ${level}, got ${least - 1}`),
    );
    assert.doesNotThrow(() => medianInterval([...few, 9], { level }));
  }
});

test("meanInterval() is SciPy's where it is given", () => {
  for (const { data, low, high } of reference.means) {
    const found = meanInterval(data, { level: 0.95 });
    assert.ok(relativeError(found.low, low) < 1e-12 && relativeError(found.high, high) < 1e-12);
    assert.equal(found.level, 0.95);
  }
});

test("meanInterval() is given below the skewness √(n / 25), and refused from there on", () => {
  // m ones among n zeros: skewness (n − 2m) / √(m (n − m)); at n = 100, m = 5.3 would be 2.
  const data = (ones: number) => Array.from({ length: 100 }, (_, i) => (i < ones ? 1 : 0));
  assert.doesNotThrow(() => meanInterval(data(18), { level: 0.95 }));
  assert.throws(
    () => meanInterval(data(5), { level: 0.95 }),
    /^RangeError: Cannot give an interval of a mean: data must have a skewness below 2.00 with 100 values, got 4.13: its tail is too heavy, take medianInterval$/,
  );
  assert.throws(() => meanInterval(data(95), { level: 0.95 }), /got -4.13/);
  assert.throws(
    () => meanInterval(data(0), { level: 0.95 }),
    /data must hold different values, got 100 times 0/,
  );
  assert.throws(() => meanInterval(data(18).slice(0, 29), { level: 0.95 }), /data must hold at least 30/);
});

for (const interval of [meanInterval, medianInterval]) {
  test(`${interval.name}() refuses a level that is none, and what is no number`, () => {
    const data = Array.from({ length: 30 }, (_, i) => i);
    for (const level of [0, 1, 95, Number.NaN]) {
      assert.throws(() => interval(data, { level }), /^RangeError: .*level must lie above 0 and below 1/);
    }
    assert.throws(() => interval(data, undefined as never), /^TypeError: .*options must be an object/);
    assert.throws(
      () => interval([...data, Number.NaN], { level: 0.9 }),
      /data\[30\] must be finite, got NaN/,
    );
  });
}

/** Of many samples: in how many the interval is given, and in how many of these it holds the truth. */
function coverage(
  samples: ArrayLike<number>[],
  interval: (data: ArrayLike<number>) => Interval,
  truth: number,
) {
  let [given, held] = [0, 0];
  for (const data of samples) {
    try {
      const { low, high } = interval(data);
      given += 1;
      held += Number(low <= truth && truth <= high);
    } catch (error) {
      assert.match(String(error), /its tail is too heavy/);
    }
  }
  return { given, held };
}
/** The share held is at least the level, give or take 4 standard errors of so many intervals. */
function assertHolds({ given, held }: { given: number; held: number }, level: number, what: string): void {
  const room = 4 * Math.sqrt((level * (1 - level)) / given);
  assert.ok(held / given >= level - room, `${what}: ${held} of ${given} hold, level ${level}`);
}

const level = 0.95;
const many = 2000;
const laws: [name: string, draw: (rng: Rng) => number, mean: number, median: number, level: number][] = [
  ["normal", standardNormal, 0, 0, level],
  ["uniform", (rng) => rng.next(), 0.5, 0.5, level],
  // Cochran's rule promises 94 % where 95 % are asked for.
  ["exponential", (rng) => -Math.log(1 - rng.next()), 1, Math.LN2, 0.94],
];
for (const [name, draw, mean, median, keeps] of laws) {
  test(`intervals of 120 ${name} runs hold their level (${many} samples, 4 standard errors)`, () => {
    const rng = seeded(31).split(name);
    const samples = Array.from({ length: many }, () => Float64Array.from({ length: 120 }, () => draw(rng)));
    assertHolds(
      coverage(samples, (data) => medianInterval(data, { level }), median),
      level,
      "median",
    );
    const ofMean = coverage(samples, (data) => meanInterval(data, { level }), mean);
    assertHolds(ofMean, keeps, "mean");
    if (name !== "exponential") assert.equal(ofMean.given, many, "a light tail is not refused");
    else assert.ok(ofMean.given > many / 2, `only ${ofMean.given} were given`);
  });
}

test("120 collapsing Gaussians of 10 at generation 60: a mean variance has no interval, their median has (150 samples)", () => {
  const samples = 150;
  const [runs, generation, size] = [120, 60, 10];
  const family = gaussianMoments({ ddof: 1 });
  const { variance } = manyLoops({
    family,
    start: family.known({ mean: 0, sd: 1 }),
    regime: replace(),
    generations: generation,
    size,
    runs: runs * samples,
    rng: seeded(32),
    read: { variance: ({ model }) => model.parameters.sd ** 2 },
  });
  const at = Array.from({ length: samples }, (_, i) =>
    variance[generation]!.subarray(runs * i, runs * (i + 1)),
  );
  const ofMean = coverage(at, (data) => meanInterval(data, { level }), 1); // the law: E[σ²] stays 1
  assert.equal(ofMean.given, 0, "an interval of a mean was given");
  const law = medianVariance(generation, { size, ddof: 1 });
  assertHolds(
    coverage(at, (data) => medianInterval(data, { level }), law),
    level,
    "median",
  );
  // One generation on the tail is light, and the mean has its interval.
  const early = Array.from({ length: samples }, (_, i) => variance[1]!.subarray(runs * i, runs * (i + 1)));
  const first = coverage(early, (data) => meanInterval(data, { level }), 1);
  assert.ok(first.given > 0.9 * samples);
  assertHolds(first, level, "mean after one generation");
});
