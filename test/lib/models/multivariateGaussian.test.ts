// Known values: NumPy and SciPy (test/reference/classicalModels.py).
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  fixedShare,
  manyLoops,
  mean,
  multivariateGaussian,
  replace,
  seeded,
  standardError,
} from "../../../lib/index.ts";
import { readReference, relativeError } from "../reference.ts";

const { gaussian } = readReference<{
  gaussian: {
    data: number[][];
    at: number[][];
    fits: { ddof: 0 | 1; mean: number[]; covariance: number[][]; logProb: number[] }[];
  };
}>("classicalModels");

for (const { ddof, ...expected } of gaussian.fits) {
  test(`multivariateGaussian() fits and gives the log density that SciPy gives, ddof ${ddof}`, () => {
    const model = multivariateGaussian({ ddof }).fit(gaussian.data);
    for (const [j, x] of expected.mean.entries())
      assert.ok(relativeError(model.parameters.mean[j]!, x) < 1e-12);
    for (const [j, row] of expected.covariance.entries()) {
      for (const [k, x] of row.entries())
        assert.ok(relativeError(model.parameters.covariance[j]![k]!, x) < 1e-10);
    }
    for (const [i, x] of gaussian.at.entries())
      assert.ok(relativeError(model.logProb(x), expected.logProb[i]!) < 1e-9);
  });
}

test("multivariateGaussian() draws with the mean and covariance it knows (20 000 draws)", () => {
  const covariance = [
    [4, 1.2, -1],
    [1.2, 1, 0.1],
    [-1, 0.1, 2],
  ];
  const model = multivariateGaussian({ ddof: 1 }).known({ mean: [1, -2, 0], covariance });
  const draws = model.sample(20_000, seeded(60));
  for (const [j, m] of [1, -2, 0].entries()) {
    const values = draws.map((row) => row[j]! - m);
    assert.ok(Math.abs(mean(values)) < 4 * standardError(values), `mean ${j}`);
    for (const [k, n] of [1, -2, 0].entries()) {
      const products = draws.map((row) => (row[j]! - m) * (row[k]! - n));
      const off = Math.abs(mean(products) - covariance[j]![k]!);
      assert.ok(off < 4 * standardError(products), `covariance ${j}, ${k}`);
    }
  }
});

for (const ddof of [0, 1] as const) {
  test(`a d-dimensional Gaussian loop: E covariance = (1 − (1 − ddof)/M)^t · start, ddof ${ddof} (3000 loops, M = 12)`, () => {
    const family = multivariateGaussian({ ddof });
    const covariance = [
      [2, 0.6],
      [0.6, 1],
    ];
    const at =
      (j: number, k: number) => (turn: { model: { parameters: { covariance: readonly Float64Array[] } } }) =>
        turn.model.parameters.covariance[j]![k]!;
    const { a, b, c } = manyLoops({
      family,
      start: family.known({ mean: [0, 0], covariance }),
      regime: replace(),
      generations: 8,
      size: 12,
      runs: 3000,
      rng: seeded(61 + ddof),
      read: { a: at(0, 0), b: at(0, 1), c: at(1, 1) },
    });
    for (const t of [1, 8]) {
      const factor = ddof === 1 ? 1 : (11 / 12) ** t;
      for (const [values, start] of [
        [a, 2],
        [b, 0.6],
        [c, 1],
      ] as const) {
        const error = 4 * standardError(values[t]!);
        assert.ok(
          Math.abs(mean(values[t]!) - factor * start) < error,
          `generation ${t}: ${mean(values[t]!)}`,
        );
      }
    }
  });
}

test("multivariateGaussian() on a line stays on it, and has a density only there", () => {
  const model = multivariateGaussian({ ddof: 1 }).fit([[0, 0], [1, 2], [2, 4], [5, 10]]); // biome-ignore format: rows
  for (const [x, y] of model.sample(50, seeded(1))) assert.ok(Math.abs(y! - 2 * x!) < 1e-9);
  assert.equal(model.logProb([3, 6]), Infinity);
  assert.equal(model.logProb([3, 6.1]), -Infinity);
});

test("multivariateGaussian() takes rows through regimes that look at items", () => {
  const family = multivariateGaussian({ ddof: 0 });
  const data = family.fit(gaussian.data).sample(30, seeded(2));
  const options = {
    family,
    data,
    regime: fixedShare({ share: 0.5 }),
    generations: 3,
    runs: 2,
    rng: seeded(3),
  };
  const { rows } = manyLoops({ ...options, read: { rows: (turn) => turn.data!.length } });
  assert.deepEqual(
    rows.map((values) => values[0]),
    [30, 30, 30, 30],
  );
});

test("multivariateGaussian() names the argument it rejects", () => {
  const family = multivariateGaussian({ ddof: 1 });
  const known = (mean: number[], covariance: number[][]) => () => family.known({ mean, covariance });
  assert.throws(() => family.fit([[1, 2]]), /data must hold at least 2 rows, got 1/);
  assert.throws(
    () => family.fit([[1e200], [-1e200]]),
    /data must have a finite covariance, got numbers too large/,
  );
  assert.throws(() => family.fit([1, 2] as never), /data\[0\] must be a row of at least 1 number, got 1/);
  assert.throws(
    () => family.fit([[1], [2, 3]]),
    /data\[1\] must be a row of 1 numbers? as data\[0\] is, got a row of 2/,
  );
  assert.throws(() => family.fit([[1], [2]]).logProb([1, 2]), /x must hold 1 numbers .*, got 2/);
  assert.throws(known([0, 0], [[1]]), /covariance must be 2 × 2 as mean is long, got 1 × 1/);
  assert.throws(known([0, 0], [[1, 2], [0, 1]]), /covariance\[1\]\[0\] must equal covariance\[0\]\[1\], got 0/); // biome-ignore format: rows
  for (const bad of [[[1, 2], [2, 1]], [[0, 1], [1, 0]], [[-1, 0], [0, 1]]]) // biome-ignore format: rows
    assert.throws(known([0, 0], bad), /covariance must be positive semidefinite, got \[\[/);
});
