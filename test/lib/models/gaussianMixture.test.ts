// Known values: scikit-learn's GaussianMixture from the same start (test/reference/classicalModels.py).
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  type CovarianceKind,
  gaussianMixture,
  type KnownMixture,
  loop,
  mean,
  multivariateGaussian,
  replace,
  seeded,
  standardError,
} from "../../../lib/index.ts";
import { readReference, relativeError } from "../reference.ts";

interface MixtureFit {
  covariance: CovarianceKind;
  start: KnownMixture;
  iterations: number;
  tolerance: number;
  converged: boolean;
  trace: number[];
  weights: number[];
  means: number[][];
  covariances: number[][][];
  logProb: number[];
  responsibilities: number[][];
  bic: number;
}
const { mixture } = readReference<{
  mixture: { data: number[][]; at: number[][]; floor: number; fits: MixtureFit[] };
}>("classicalModels");

/** Numbers of any depth, one after another. */
const flat = (value: unknown): number[] =>
  typeof value === "number" ? [value] : Object.values(value as object).flatMap(flat);

function assertClose(actual: unknown, expected: unknown, tolerance: number): void {
  const [ours, theirs] = [flat(actual), flat(expected)];
  assert.equal(ours.length, theirs.length);
  for (const [i, x] of ours.entries())
    assert.ok(
      Math.abs(x - theirs[i]!) <= tolerance * Math.max(1, Math.abs(theirs[i]!)),
      `${x}, not ${theirs[i]}`,
    );
}

for (const { covariance, start, iterations, tolerance, ...expected } of mixture.fits) {
  test(`gaussianMixture() takes the steps that scikit-learn takes: ${covariance}, up to ${iterations} iterations`, () => {
    const options = {
      components: 3,
      covariance,
      covarianceFloor: mixture.floor,
      iterations,
      tolerance,
      start,
    };
    const model = gaussianMixture(options).fit(mixture.data);
    assert.equal(model.converged, expected.converged);
    assertClose(model.trace, expected.trace, 1e-10);
    assertClose(model.parameters.weights, expected.weights, 1e-8);
    assertClose(model.parameters.means, expected.means, 1e-8);
    assertClose(model.parameters.covariances, expected.covariances, 1e-8);
    assertClose(
      mixture.at.map((x) => model.logProb(x)),
      expected.logProb,
      1e-8,
    );
    assertClose(model.responsibilities(mixture.at), expected.responsibilities, 1e-8);
    assert.ok(relativeError(model.bic(mixture.data), expected.bic) < 1e-9);
  });
}

const options = {
  components: 2,
  covariance: "full",
  covarianceFloor: 0,
  iterations: 50,
  tolerance: 0,
  start: "k-means++",
} as const;

test("gaussianMixture(): the likelihood never falls from one iteration to the next", () => {
  const { trace } = gaussianMixture({ ...options, components: 4 }).fit(mixture.data, seeded(4));
  for (let i = 1; i < trace.length; i += 1) assert.ok(trace[i]! >= trace[i - 1]! - 1e-12, `iteration ${i}`);
});

test("gaussianMixture() with one component is the Gaussian of maximum likelihood, in one step", () => {
  const one = gaussianMixture({ ...options, components: 1, iterations: 1 }).fit(mixture.data, seeded(1));
  const { mean: m, covariance } = multivariateGaussian({ ddof: 0 }).fit(mixture.data).parameters;
  assertClose(one.parameters.means, [m], 1e-12);
  assertClose(one.parameters.covariances, [covariance], 1e-12);
});

test("gaussianMixture() finds all of 25 modes from k-means++ seeds, and draws from each as often as it should", () => {
  const grid = Array.from({ length: 25 }, (_, i) => [i % 5, Math.floor(i / 5)]);
  const many = { ...options, components: 25, covariance: "spherical", tolerance: 1e-3 } as const;
  const round = [[0.01, 0], [0, 0.01]]; // biome-ignore format: rows
  const truth = gaussianMixture(many).known({
    weights: grid.map(() => 1 / 25),
    means: grid,
    covariances: grid.map(() => round),
  });
  const data = truth.sample(5000, seeded(5));
  const perMode = grid.map(
    ([x, y]) => data.filter((row) => Math.hypot(row[0]! - x!, row[1]! - y!) < 0.5).length,
  );
  for (const count of perMode) assert.ok(Math.abs(count - 200) < 4 * Math.sqrt(200 * 0.96), `${count} draws`);
  const { means } = gaussianMixture(many).fit(data, seeded(6)).parameters;
  for (const [x, y] of grid)
    assert.ok(
      means.some((row) => Math.hypot(row[0]! - x!, row[1]! - y!) < 0.1),
      `no mean near ${x}, ${y}`,
    );
});

test("gaussianMixture() draws with the mixture's mean and covariance (20 000 draws)", () => {
  const known = mixture.fits[0]!;
  const model = gaussianMixture({ ...options, components: 3 }).known(known);
  const draws = model.sample(20_000, seeded(7));
  for (const [j, k] of [
    [0, 0],
    [0, 1],
    [1, 1],
  ] as const) {
    // biome-ignore format: pairs
    const products = draws.map((row) => row[j]! * row[k]!);
    const law = known.weights.reduce(
      (sum, weight, c) =>
        sum + weight * (known.covariances[c]![j]![k]! + known.means[c]![j]! * known.means[c]![k]!),
      0,
    );
    assert.ok(Math.abs(mean(products) - law) < 4 * standardError(products), `E x${j} x${k}`);
  }
});

test("gaussianMixture() goes through a loop, with other seeds in every generation", () => {
  const family = gaussianMixture({ ...options, covarianceFloor: 1e-6 });
  const data = family.fit(mixture.data, seeded(1)).sample(60, seeded(2));
  const run = () =>
    Array.from(loop({ family, data, regime: replace(), generations: 5, rng: seeded(3) }), ({ model }) =>
      flat(model.parameters.means),
    );
  assert.deepEqual(run(), run());
  assert.equal(run().length, 6);
});

test("gaussianMixture() survives fewer different points than components if the floor holds it", () => {
  const model = gaussianMixture({ ...options, components: 3, covarianceFloor: 0.5 }).fit(
    [[1], [1], [1], [2]],
    seeded(1),
  );
  assert.ok(flat(model.parameters).every(Number.isFinite));
  assert.equal(model.logProb([1e200]), -Infinity);
  assertClose(
    flat(model.responsibilities([[1e200]])).reduce((sum, r) => sum + r, 0),
    1,
    1e-12,
  );
});

test("gaussianMixture() names the argument it rejects", () => {
  const make = (more: object) => () => gaussianMixture({ ...options, ...more });
  assert.throws(make({ components: 0 }), /components must be an integer of at least 1, got 0/);
  assert.throws(make({ iterations: 0 }), /iterations must be an integer of at least 1, got 0/);
  assert.throws(make({ tolerance: -1 }), /tolerance must be finite and not negative, got -1/);
  assert.throws(make({ covarianceFloor: Number.NaN }), /covarianceFloor must be .*, got NaN/);
  assert.throws(
    make({ covariance: "tied" }),
    /covariance must be "full", "diagonal" or "spherical", got tied/,
  );
  const start = { weights: [0.5, 0.5], means: [[0], [1]], covariances: [[[1]], [[1]]] };
  assert.throws(make({ start: { ...start, weights: [0.5, 0.4] } }), /start\.weights must sum to 1, got 0\.9/);
  assert.throws(
    make({ start: { ...start, means: [[0]] } }),
    /start must hold 2 weights, means and covariances, got 2, 1, 2/,
  );
  assert.throws(
    make({ start: { ...start, covariances: [[[1]], [[0]]] } }),
    /start\.covariances\[1\] must be positive definite, got \[\[0\]\]/,
  );
  assert.throws(() => gaussianMixture({ ...options, start }).fit([[1, 2], [3, 4]]), /data must hold rows of 1 numbers? as start does, got 2/); // biome-ignore format: rows
  const family = gaussianMixture(options);
  assert.throws(() => family.fit([[1]], seeded(1)), /data must hold at least 2 rows, got 1/);
  assert.throws(
    () => family.fit([[1], [1]], seeded(1)),
    /covarianceFloor must keep component \d positive definite, got 0/,
  );
  assert.throws(() => family.fit([[1], [1]]), /rng must be given for k-means\+\+ seeds, got undefined/);
});
