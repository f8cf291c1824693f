// Goodness of fit: draws counted in cells whose probabilities SciPy gives (test/reference/distributions.py), and moments.
// The bound on chi-squared is exceeded by chance as rarely as 4 standard errors are.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  binomial,
  chiSquared,
  type Distribution,
  drawMany,
  gamma,
  mean,
  normal,
  poisson,
  seeded,
  standardError,
  uniform,
  zipf,
} from "../../../lib/index.ts";
import { binomialBell } from "../../../lib/random/parts/binomialBell.ts";
import { poissonBell } from "../../../lib/random/parts/poissonBell.ts";
import { readReference, relativeError } from "../reference.ts";

interface Row {
  kind: string;
  shape: number;
  degreesOfFreedom: number;
  mean: number;
  variance: number;
  trials: number;
  p0: number;
  exponent: number;
  types: number;
  expected: number;
  scale: number;
  x: number[];
  cdf: number[];
  ends: number[];
  p: number[];
}

const { chiSquaredBound, continuous, discrete, pointProbabilities } = readReference<{
  chiSquaredBound: Record<string, number>;
  continuous: Row[];
  discrete: Row[];
  pointProbabilities: {
    poisson: { k: number; mean: number; value: number }[];
    binomial: { k: number; n: number; p: number; value: number }[];
  };
}>("distributions");

const n = 200_000;

/** Draws in the cells (−∞, ends[0]], (ends[0], ends[1]], …, (last, ∞), against their probabilities. */
function assertFits(draws: Float64Array, ends: readonly number[], p: readonly number[]): void {
  const counts = new Array<number>(p.length).fill(0);
  for (const draw of draws) {
    const cell = ends.findIndex((end) => draw <= end);
    counts[cell === -1 ? ends.length : cell]! += 1;
  }
  // Cells that expect fewer than 10 draws join the one before, or the first large one.
  const cells: { seen: number; expected: number }[] = [];
  for (const [i, seen] of counts.entries()) {
    const [expected, last] = [p[i]! * draws.length, cells.at(-1)];
    if (last && (expected < 10 || last.expected < 10)) {
      last.seen += seen;
      last.expected += expected;
    } else cells.push({ seen, expected });
  }
  assert.ok(cells.length > 1);
  const chi2 = cells.reduce((sum, { seen, expected }) => sum + (seen - expected) ** 2 / expected, 0);
  assert.ok(chi2 < chiSquaredBound[cells.length - 1]!, `chi-squared ${chi2} over ${cells.length} cells`);
}

/** Mean and variance within 4 standard errors, those of the draws themselves. */
function assertMoments(draws: Float64Array, expected: number, variance: number): void {
  assert.ok(
    Math.abs(mean(draws) - expected) <= 4 * Math.sqrt(variance / draws.length),
    `mean ${mean(draws)}`,
  );
  const squares = draws.map((x) => (x - expected) ** 2);
  const room = 4 * standardError(squares);
  assert.ok(Math.abs(mean(squares) - variance) <= room, `variance ${mean(squares)}, not ${variance}`);
}

for (const [i, row] of continuous.entries()) {
  const { kind, shape, scale, degreesOfFreedom, x, cdf, variance } = row;
  const isGamma = kind === "gamma";
  test(`${kind}() with ${isGamma ? `shape ${shape}` : `${degreesOfFreedom} degrees of freedom`} fits SciPy's law`, () => {
    const draw = isGamma ? gamma({ shape, scale }) : chiSquared({ degreesOfFreedom });
    const draws = drawMany(draw, n, seeded(100 + i));
    const p = [...cdf, 1].map((value, j) => value - (cdf[j - 1] ?? 0));
    assertFits(draws, x, p);
    assertMoments(draws, row.mean, variance);
  });
}

const made: Record<string, (row: Row) => { name: string; draw: Distribution }> = {
  poisson: (row) => ({ name: `mean ${row.mean}`, draw: poisson({ mean: row.mean }) }),
  binomial: ({ trials, p0: p }) => ({ name: `trials ${trials}, p ${p}`, draw: binomial({ trials, p }) }),
  zipf: ({ exponent, types }) => ({
    name: `exponent ${exponent}, ${types} types`,
    draw: zipf({ exponent, types }),
  }),
};
for (const [i, row] of discrete.entries()) {
  const { name, draw } = made[row.kind]!(row);
  test(`${row.kind}() with ${name} fits SciPy's probabilities`, () => {
    const draws = drawMany(draw, n, seeded(200 + i));
    assertFits(draws, row.ends, row.p);
    assertMoments(draws, row.expected, row.variance);
  });
}

test("uniform() and normal() have their moments, and uniform draws stay below the upper end", () => {
  const u = drawMany(uniform({ from: -3, to: 5 }), n, seeded(1));
  assertMoments(u, 1, 64 / 12);
  assertFits(u, [-1, 1, 3], [0.25, 0.25, 0.25, 0.25]);
  assertMoments(drawMany(normal({ mean: -2, sd: 3 }), n, seeded(2)), -2, 9);
  const narrow = uniform({ from: 1, to: 1 + 2 ** -52 }); // two numbers lie in it, and one of them is the end
  assert.ok(drawMany(narrow, 1000, seeded(3)).every((x) => x === 1));
  const wide = drawMany(uniform({ from: -Number.MAX_VALUE, to: Number.MAX_VALUE }), 1000, seeded(3));
  assert.ok(wide.every(Number.isFinite));
});

test("the exact probabilities behind the rejection samplers are mpmath's to 1e-12", () => {
  for (const { k, mean: m, value } of pointProbabilities.poisson) {
    assert.ok(relativeError(poissonBell(m).logProbability(k), value) < 1e-12, `poisson ${k}, ${m}`);
  }
  for (const { k, n: trials, p, value } of pointProbabilities.binomial) {
    assert.ok(relativeError(binomialBell(trials, p).logProbability(k), value) < 1e-12, `binomial ${k}, ${p}`);
  }
});

test("near the mode ln P(k) / P(mode) lies within the squeeze of the rejection samplers", () => {
  const bells = [10, 10.99, 50, 99.99, 3000].map(poissonBell);
  for (const [trials, p] of [
    [20, 0.5],
    [101, 0.1],
    [400, 0.5],
    [5000, 0.0999],
    [1e6, 2e-5],
  ] as const)
    bells.push(binomialBell(trials, p));
  for (const { mode, variance, logProbability } of bells) {
    for (let gap = 1; gap < variance / 2 - 1; gap += 1) {
      const room = (gap / variance) * ((gap * (gap / 3 + 0.625) + 1 / 6) / variance + 0.5);
      for (const k of [mode - gap, mode + gap]) {
        const log = logProbability(k) - logProbability(mode);
        assert.ok(Math.abs(log + (0.5 * gap * gap) / variance) <= room + 1e-12, `${k} beside ${mode}`);
      }
    }
  }
});

test("binomial() and poisson() are exact at the edges", () => {
  const all = (draw: Distribution) => new Set(drawMany(draw, 200, seeded(5)));
  for (const trials of [0, 1, 10, 1e6, Number.MAX_SAFE_INTEGER]) {
    assert.deepEqual(all(binomial({ trials, p: 0 })), new Set([0]));
    assert.deepEqual(all(binomial({ trials, p: 1 })), new Set([trials]));
  }
  assert.deepEqual(all(binomial({ trials: 0, p: 0.5 })), new Set([0]));
  assert.deepEqual(all(binomial({ trials: 5, p: 1e-300 })), new Set([0]));
  assert.deepEqual(all(poisson({ mean: 0 })), new Set([0]));
  assert.deepEqual(all(poisson({ mean: 1e-300 })), new Set([0]));
});

test("binomial() and poisson() keep to their law at the greatest parameters", () => {
  const trials = Number.MAX_SAFE_INTEGER;
  const half = drawMany(binomial({ trials, p: 0.5 }), 20_000, seeded(6));
  assertMoments(
    half.map((k) => k - trials / 2),
    0,
    trials / 4,
  );
  const many = drawMany(poisson({ mean: 1e15 }), 20_000, seeded(7));
  assertMoments(
    many.map((k) => k - 1e15),
    0,
    1e15,
  );
});

test("gamma() with a tiny shape gives numbers or 0, never NaN", () => {
  for (const shape of [1e-3, 1e-10, 1e-300])
    assert.ok(drawMany(gamma({ shape, scale: 1 }), 2000, seeded(8)).every((x) => x >= 0 && x < Infinity));
});

test("distributions name the argument they reject", () => {
  assert.throws(() => gamma({ shape: 0, scale: 1 }), /shape must be finite and above 0, got 0/);
  assert.throws(() => gamma({ shape: 1, scale: -2 }), /scale must be finite and above 0, got -2/);
  assert.throws(() => poisson({ mean: 2e15 }), /mean must lie between 0 and 1e15, got 2000000000000000/);
  assert.throws(() => binomial({ trials: 1.5, p: 0 }), /trials must be an integer of at least 0, got 1.5/);
  assert.throws(() => binomial({ trials: 1, p: 1.1 }), /p must lie between 0 and 1, got 1.1/);
  assert.throws(() => uniform({ from: 1, to: 0 }), /to must be finite and not below from = 1, got 0/);
  assert.throws(() => normal({ mean: 0, sd: -1 }), /sd must be finite and not negative, got -1/);
  assert.throws(() => zipf({ exponent: -1, types: 3 }), /exponent must be finite and not negative, got -1/);
});
