// Known values: scikit-learn's LinearRegression and Ridge (test/reference/classicalModels.py).
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  accumulate,
  leastSquaresSums,
  linearRegression,
  manyLoops,
  mean,
  multivariateGaussian,
  type Rng,
  replace,
  ridgeRegression,
  seeded,
  standardError,
} from "../../../lib/index.ts";
import { readReference, relativeError } from "../reference.ts";

const { x, y, itemWeights, fits } = readReference<{
  regression: {
    x: number[][];
    y: number[];
    itemWeights: number[];
    fits: {
      intercept: boolean;
      penalty: number;
      weighted: boolean;
      weights: number[];
      free: number;
      overN: number;
      overDf: number;
    }[];
  };
}>("classicalModels").regression;
const rows = x.map((point, i) => [...point, y[i]!]);

for (const { intercept, penalty, weighted, ...expected } of fits) {
  const name = penalty === 0 ? "linearRegression()" : "ridgeRegression()";
  test(`${name} is scikit-learn's from rows and from sums; intercept ${intercept}, weighted ${weighted}`, () => {
    for (const noiseVariance of ["RSS / n", "RSS / (n - df)"] as const) {
      const options = { design: x, intercept, noiseVariance };
      const family = penalty === 0 ? linearRegression(options) : ridgeRegression({ ...options, penalty });
      const sums = leastSquaresSums({ d: 3 });
      for (const [i, row] of rows.entries()) sums.add([row], weighted ? [itemWeights[i]!] : undefined);
      const noise = noiseVariance === "RSS / n" ? expected.overN : expected.overDf;
      const ofRows = weighted ? family.fitWeighted(rows, itemWeights) : family.fit(rows);
      // Sums square the condition number (here about 10³ with the intercept): half the digits.
      for (const [model, tolerance] of [
        [ofRows, 1e-11],
        [family.fitSums(sums), 1e-8],
      ] as const) {
        const { parameters } = model;
        for (const [j, w] of expected.weights.entries())
          assert.ok(
            relativeError(parameters.weights[j]!, w) < tolerance,
            `weight ${j}: ${parameters.weights[j]}`,
          );
        assert.ok(Math.abs(parameters.intercept - expected.free) < tolerance * 10);
        assert.ok(
          relativeError(parameters.noiseVariance, noise) < tolerance,
          `noise ${parameters.noiseVariance}`,
        );
      }
    }
  });
}

test("leastSquaresSums() are XᵀX and Xᵀy, however the rows come in", () => {
  const sums = leastSquaresSums({ d: 2 }).add([[1, 2, 3]]).add([[4, 5, 6], [7, 8, 10]]); // biome-ignore format: rows
  assert.equal(sums.n, 3);
  assert.deepEqual(
    sums.xtx.map((row) => [...row]),
    [
      [66, 78],
      [78, 93],
    ],
  );
  assert.deepEqual([...sums.xty], [97, 116]);
  assert.deepEqual(
    sums.moments.map((row) => row[0]),
    [3, 12, 15, 19],
  );
});

test("linearRegression() labels a fixed design anew, in its order and again from the first row", () => {
  const family = linearRegression({ design: [[1], [2], [3]], intercept: false, noiseVariance: 0 });
  const model = family.known({ weights: [10], intercept: 1, noiseVariance: 0 });
  assert.deepEqual(
    model.sample(4, seeded(1)).map((row) => [...row]),
    [
      [1, 11],
      [2, 21],
      [3, 31],
      [1, 11],
    ],
  );
  assert.equal(model.logProb([2, 21]), Infinity);
  assert.equal(model.logProb([2, 20]), -Infinity);
});

// T rows of a Gaussian design, the same in every generation of a loop; noise of known variance 1; the truth is 0.
const [d, T] = [5, 50];
const clouds = multivariateGaussian({ ddof: 1 }).known({
  mean: new Float64Array(d),
  covariance: Array.from({ length: d }, (_, j) => Array.from({ length: d }, (_, k) => Number(j === k))),
});

function errorsOf(regime: typeof replace | typeof accumulate, penalty: number, seed: number): Float64Array[] {
  const errors: number[][] = [];
  for (let run = 0; run < 600; run += 1) {
    const rng: Rng = seeded(seed).split(run);
    const options = { design: clouds.sample(T, rng.split("design")), intercept: false, noiseVariance: 1 };
    const family = penalty === 0 ? linearRegression(options) : ridgeRegression({ ...options, penalty });
    const { squared } = manyLoops({
      family,
      data: (stream) =>
        family.known({ weights: new Float64Array(d), intercept: 0, noiseVariance: 1 }).sample(T, stream),
      regime: regime(),
      generations: 9,
      runs: 1,
      rng,
      read: { squared: ({ model }) => model.parameters.weights.reduce((sum, w) => sum + w ** 2, 0) },
    });
    for (const [t, values] of squared.entries()) {
      errors[t] ??= [];
      errors[t].push(values[0]!);
    }
  }
  return errors.map((values) => Float64Array.from(values));
}

test("regression on one design: replace gives E |w − w*|² = σ²d/(T − d − 1) · t, accumulate Σ 1/i² for t (600 loops, d = 5, T = 50)", () => {
  const base = d / (T - d - 1);
  const [replaced, accumulated] = [errorsOf(replace, 0, 80), errorsOf(accumulate, 0, 81)];
  let sum = 0;
  for (let t = 1; t <= 10; t += 1) {
    sum += 1 / t ** 2;
    for (const [values, law] of [
      [replaced[t - 1]!, base * t],
      [accumulated[t - 1]!, base * sum],
    ] as const)
      assert.ok(
        Math.abs(mean(values) - law) < 4 * standardError(values),
        `fit ${t}: ${mean(values)}, not ${law}`,
      );
  }
  assert.ok(mean(replaced[9]!) > 5 * mean(accumulated[9]!));
});

test("an accumulate loop from growing sums is the loop from all rows, in constant memory", () => {
  const family = linearRegression({ design: clouds.sample(T, seeded(1)), intercept: true, noiseVariance: 1 });
  let model = family.known({ weights: new Float64Array(d), intercept: 2, noiseVariance: 1 });
  const sums = leastSquaresSums({ d });
  const all: Float64Array[] = [];
  for (let t = 0; t < 6; t += 1) {
    const written = model.sample(T, seeded(t));
    all.push(...written);
    model = family.fitSums(sums.add(written));
  }
  const whole = family.fit(all).parameters;
  for (let j = 0; j < d; j += 1)
    assert.ok(Math.abs(model.parameters.weights[j]! - whole.weights[j]!) < 1e-12);
  assert.ok(Math.abs(model.parameters.intercept - whole.intercept) < 1e-12);
});

test("regressions name the argument they reject", () => {
  const options = { design: [[1]], intercept: true, noiseVariance: "RSS / (n - df)" } as const;
  const family = linearRegression(options);
  assert.throws(
    () => linearRegression({ ...options, intercept: undefined as never }),
    /intercept must be true or false, got undefined/,
  );
  assert.throws(
    () => linearRegression({ ...options, noiseVariance: "mle" as never }),
    /noiseVariance must be a number, .*, got mle/,
  );
  assert.throws(
    () => linearRegression({ ...options, noiseVariance: -1 }),
    /noiseVariance must be finite and not negative, got -1/,
  );
  assert.throws(() => linearRegression({ ...options, design: [] }), /design must hold at least 1 row, got 0/);
  assert.throws(
    () => ridgeRegression({ ...options, penalty: -1 }),
    /penalty must be finite and not negative, got -1/,
  );
  assert.throws(() => family.fit([[1], [2]]), /data must hold rows \[x…, y\], got a row of 1/);
  assert.throws(() => family.fit([[1, 2]]), /data must hold at least 2 rows, got 1/);
  assert.throws(() => family.fit([[1, 2], [2, 3]]), /data must hold more rows than fitted coefficients \(2\) .*, got 2/); // biome-ignore format: rows
  assert.throws(() => family.fit([[1, 2, 3], [2, 4, 4], [3, 6, 7], [4, 8, 7]]), /data must hold 2 linearly independent columns .*, got column 1/); // biome-ignore format: rows
  assert.throws(() => family.fit([[1, 2, 3], [2, 4, 4], [3, 7, 7], [4, 8, 7]]), /design must hold rows of 2 numbers .*, got 1/); // biome-ignore format: rows
  assert.throws(() => family.fitSums(leastSquaresSums({ d: 1 })), /sums must hold at least 1 row, got 0/);
  assert.throws(() => leastSquaresSums({ d: 0 }), /d must be an integer of at least 1, got 0/);
  assert.throws(
    () => leastSquaresSums({ d: 1 }).add([[1]]),
    /rows must hold 2 numbers, x and y, got a row of 1/,
  );
  const short = linearRegression({ ...options, design: () => [[1]] }).known({
    weights: [1],
    intercept: 0,
    noiseVariance: 1,
  });
  assert.throws(() => short.sample(2, seeded(1)), /design must give 2 rows, got 1/);
  assert.equal(short.sample(0, seeded(1)).length, 0);
});
