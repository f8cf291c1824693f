// Multinomial, Dirichlet and Wishart draws: closed-form moments within 4 standard errors of the draws, and exact laws.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  dirichlet,
  drawMany,
  mean,
  multinomial,
  seeded,
  standardError,
  wishart,
  zipfProbabilities,
} from "../../../lib/index.ts";
import { digammaMinusLog } from "../../../lib/numerics/gammaRatio.ts";

/** Mean of f over the draws, within 4 standard errors. */
function assertMean<Draw>(
  name: string,
  draws: readonly Draw[],
  f: (draw: Draw) => number,
  expected: number,
): void {
  const values = draws.map(f);
  const room = 4 * standardError(values) + 1e-12;
  assert.ok(Math.abs(mean(values) - expected) <= room, `${name}: ${mean(values)}, not ${expected}`);
}

const weights = [20, 0, 10, 5, 3, 0.5, 1.5, 0]; // with 100 trials some expect many items and some few
for (const trials of [100, 7]) {
  test(`multinomial() of ${trials} items has the means and covariances of the law`, () => {
    const [draw, rng] = [multinomial({ trials, weights }), seeded(trials)];
    const draws = Array.from({ length: 40_000 }, () => draw(rng));
    for (const counts of draws)
      assert.equal(
        counts.reduce((sum, count) => sum + count, 0),
        trials,
      );
    const p = weights.map((weight) => weight / 40);
    for (const [i, pi] of p.entries()) {
      assertMean(`mean ${i}`, draws, (counts) => counts[i]!, trials * pi);
      for (const [j, pj] of p.entries()) {
        const product = trials * (trials - 1) * pi * pj + (i === j ? trials * pi : 0);
        assertMean(`product ${i}, ${j}`, draws, (counts) => counts[i]! * counts[j]!, product);
      }
    }
  });
}

test("multinomial() gives each outcome of 3 items in 3 categories its exact probability", () => {
  const p = [0.5, 0.3, 0.2];
  const [draw, rng, n] = [multinomial({ trials: 3, weights: p }), seeded(3), 60_000];
  const seen = new Map<string, number>();
  for (let i = 0; i < n; i += 1) {
    const key = draw(rng).join();
    seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  const factorial = [1, 1, 2, 6];
  for (const [key, count] of seen) {
    const counts = key.split(",").map(Number);
    const exact = counts.reduce((product, c, i) => (product * p[i]! ** c) / factorial[c]!, 6);
    assert.ok(Math.abs(count / n - exact) < 4 * Math.sqrt((exact * (1 - exact)) / n), `${key}: ${count / n}`);
  }
  assert.equal(seen.size, 10);
});

test("multinomial() of a long text: 17 000 types by Zipf's law, chi-squared within 4 standard errors of its mean", () => {
  const [types, trials] = [17_000, 2_120_000];
  const p = zipfProbabilities({ exponent: 1, types });
  const counts = multinomial({ trials, weights: p })(seeded(4));
  const chi2 = p.reduce((sum, pi, i) => sum + (counts[i]! - trials * pi) ** 2 / (trials * pi), 0);
  assert.ok(Math.abs(chi2 - (types - 1)) < 4 * Math.sqrt(2 * types), `${chi2}`);
});

for (const [trials, types] of [
  [1023, 5000],
  [1024, 5000],
  [1025, 5000],
  [2500, 5000],
  [30_000, 40_000],
] as const)
  test(`multinomial() lets ${trials} items fall one by one into ${types} rare types, and none beside`, () => {
    const [draw, rng] = [multinomial({ trials, weights: new Float64Array(types).fill(1) }), seeded(trials)];
    const draws = Array.from({ length: 40 }, () => draw(rng));
    for (const counts of draws)
      assert.equal(
        counts.reduce((sum, count) => sum + count, 0),
        trials,
      );
    // How many types are missed: a law that one item too many or too few per batch would shift.
    const [missed, twice] = [(1 - 1 / types) ** trials, (1 - 2 / types) ** trials];
    const spread = Math.sqrt(types * (missed + (types - 1) * twice - types * missed ** 2));
    const found = mean(draws.map((counts) => counts.filter((count) => count === 0).length));
    assert.ok(Math.abs(found - types * missed) < (4 * spread) / Math.sqrt(draws.length), `${found}`);
  });

test("multinomial() is exact at the edges", () => {
  assert.deepEqual(multinomial({ trials: 0, weights: [1, 2] })(seeded(1)), Uint32Array.of(0, 0));
  const most = 2 ** 32 - 1;
  assert.deepEqual(multinomial({ trials: most, weights: [0, 1, 0] })(seeded(1)), Uint32Array.of(0, most, 0));
  const [a, b] = multinomial({ trials: most, weights: [1, 1e-9] })(seeded(1));
  assert.ok(a! + b! === most && b! < 30);
});

test("dirichlet() has the means and variances of the law", () => {
  for (const concentration of [
    [0.05, 1, 3],
    [8, 20, 0.5, 1],
  ]) {
    const [draw, rng] = [dirichlet({ concentration }), seeded(5)];
    const draws = Array.from({ length: 40_000 }, () => draw(rng));
    const sum = concentration.reduce((total, value) => total + value, 0);
    for (const [i, value] of concentration.entries()) {
      const share = value / sum;
      assertMean(`mean ${i}`, draws, (p) => p[i]!, share);
      assertMean(`variance ${i}`, draws, (p) => (p[i]! - share) ** 2, (share * (1 - share)) / (sum + 1));
    }
  }
});

test("dirichlet() gives probabilities also where all gamma draws would be 0", () => {
  const [draw, rng] = [dirichlet({ concentration: [1e-5, 2e-5, 1e-300] }), seeded(6)];
  let second = 0;
  for (let i = 0; i < 3000; i += 1) {
    const p = draw(rng);
    assert.ok(Math.abs(p[0]! + p[1]! + p[2]! - 1) < 1e-12);
    second += p[1]! > 0.5 ? 1 : 0;
  }
  assert.ok(Math.abs(second / 3000 - 2 / 3) < 4 * Math.sqrt(2 / 9 / 3000), `${second / 3000}`);
});

const scale = [
  [2, 0.6, -0.4],
  [0.6, 1, 0.3],
  [-0.4, 0.3, 1.5],
];
for (const degreesOfFreedom of [2.5, 12]) {
  test(`wishart() with ${degreesOfFreedom} degrees of freedom has the law's means, variances and mean log determinant`, () => {
    const [draw, rng] = [wishart({ degreesOfFreedom, scale }), seeded(7)];
    const draws = Array.from({ length: 30_000 }, () => draw(rng));
    for (let i = 0; i < 3; i += 1) {
      for (let j = 0; j < 3; j += 1) {
        const centre = degreesOfFreedom * scale[i]![j]!;
        const variance = degreesOfFreedom * (scale[i]![j]! ** 2 + scale[i]![i]! * scale[j]![j]!);
        assertMean(`mean ${i}, ${j}`, draws, (w) => w[i]![j]!, centre);
        assertMean(`variance ${i}, ${j}`, draws, (w) => (w[i]![j]! - centre) ** 2, variance);
      }
    }
    // E ln|W| = Σ ψ((ν − i) / 2) + d ln 2 + ln|scale|
    const halves = [0, 1, 2].map((i) => (degreesOfFreedom - i) / 2);
    const digammas = halves.reduce((sum, x) => sum + digammaMinusLog(x) + Math.log(x), 0);
    const expected = digammas + 3 * Math.log(2) + Math.log(determinant(scale));
    assertMean("log determinant", draws, (w) => Math.log(determinant(w)), expected);
  });
}

function determinant([a, b, c]: ArrayLike<number>[]): number {
  const minor = (j: number, k: number) => b![j]! * c![k]! - b![k]! * c![j]!;
  return a![0]! * minor(1, 2) - a![1]! * minor(0, 2) + a![2]! * minor(0, 1);
}

test("wishart() on a line keeps to the line, and is symmetric to the last bit", () => {
  const rows = wishart({
    degreesOfFreedom: 3,
    scale: [
      [1, 2],
      [2, 4],
    ],
  })(seeded(8));
  assert.equal(rows[0]![1], rows[1]![0]);
  assert.ok(Math.abs(rows[1]![1]! / rows[0]![0]! - 4) < 1e-12);
});

test("distributions of several numbers name the argument they reject", () => {
  const refuse =
    (bad: ArrayLike<ArrayLike<number>>, degreesOfFreedom = 5) =>
    () =>
      wishart({ degreesOfFreedom, scale: bad });
  assert.throws(
    refuse([
      [1, 2],
      [0, 1],
    ]),
    /scale\[1\]\[0\] must equal scale\[0\]\[1\] = 2, got 0/,
  );
  assert.throws(
    refuse([
      [1, 2],
      [2, 1],
    ]),
    /scale must be positive semidefinite, got \[\[1, 2\], \[2, 1\]\]/,
  );
  assert.throws(refuse(scale, 2), /degreesOfFreedom must be finite and above 2, got 2/);
  assert.throws(
    () => multinomial({ trials: 2 ** 32, weights: [1] }),
    /trials must be below 2\^32, got 4294967296/,
  );
  assert.throws(
    () => multinomial({ trials: 1, weights: [1e308, 1e308] }),
    /weights must have a finite sum, got Infinity/,
  );
  assert.throws(
    () => dirichlet({ concentration: [1, 0] }),
    /concentration\[1\] must lie between 1e-300 and 1e300, got 0/,
  );
  assert.throws(() => drawMany(() => 1, -1, seeded(1)), /count must be an integer of at least 0, got -1/);
});
