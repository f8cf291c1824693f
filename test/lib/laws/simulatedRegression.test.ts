// Seeded runs of regression loops against their laws.
import { test } from "node:test";
import * as lib from "../../../lib/index.ts";
import { type Rng, standardNormal } from "../../../lib/index.ts";
import { normals, simulate } from "./simulate.ts";

/** Least squares by the normal equations, solved by elimination; the rows are Gaussian, so pivots are never 0. */
function leastSquares(rows: readonly ArrayLike<number>[], labels: ArrayLike<number>): number[] {
  const d = rows[0]!.length;
  const system = Array.from({ length: d }, (_, i) =>
    Array.from({ length: d + 1 }, (__, j) =>
      rows.reduce((sum, row, n) => sum + row[i]! * (j < d ? row[j]! : labels[n]!), 0),
    ),
  );
  for (let i = 0; i < d; i += 1) {
    for (let k = 0; k < d; k += 1) {
      if (k === i) continue;
      const factor = system[k]![i]! / system[i]![i]!;
      for (let j = i; j <= d; j += 1) system[k]![j]! -= factor * system[i]![j]!;
    }
  }
  return system.map((row, i) => row[d]! / row[i]!);
}
const label = (row: ArrayLike<number>, weights: readonly number[], rng: Rng) =>
  weights.reduce((sum, w, i) => sum + w * row[i]!, 0) + standardNormal(rng);
const squares = (weights: readonly number[]) => weights.reduce((sum, w) => sum + w * w, 0);

test("regression under replace, accumulate and growth", () => {
  const [rows, features, generations] = [15, 3, 4];
  const run = (rng: Rng) => {
    const design = Array.from({ length: rows }, () => normals(features, rng));
    let [replaced, kept, grown] = [0, 0, 0].map(() => new Array<number>(features).fill(0));
    const allRows: Float64Array[] = [];
    const allLabels: number[] = [];
    for (let n = 1; n <= generations; n += 1) {
      const [teacher, keeper, grower] = [replaced!, kept!, grown!];
      replaced = leastSquares(
        design,
        design.map((row) => label(row, teacher, rng)),
      );
      allRows.push(...design);
      allLabels.push(...design.map((row) => label(row, keeper, rng)));
      kept = leastSquares(allRows, allLabels);
      const fresh = Array.from({ length: n * rows }, () => normals(features, rng));
      grown = leastSquares(
        fresh,
        fresh.map((row) => label(row, grower, rng)),
      );
    }
    return [squares(replaced!), squares(kept!), squares(grown!)];
  };
  const loop = { rows, features, noiseVariance: 1 };
  simulate(2000, 5, run, [
    lib.regressionErrorUnderReplace(generations, loop),
    lib.regressionErrorUnderAccumulate(generations, loop),
    lib.regressionErrorUnderGrowth(generations, loop),
  ]);
});

for (const [rows, syntheticRows, features] of [
  [14, 4, 3],
  [40, 4, 8],
] as const) {
  test(`strongCollapseError(): ${syntheticRows} of ${rows} rows are synthetic, ${features} features`, () => {
    const run = (rng: Rng) => {
      const design = Array.from({ length: rows }, () => normals(features, rng));
      const wrong = Array.from({ length: features }, (_, i) => (i === 0 ? Math.SQRT2 : 0));
      const right = wrong.map(() => 0);
      const labels = design.map((row, n) => label(row, n < syntheticRows ? wrong : right, rng));
      return [squares(leastSquares(design, labels))];
    };
    const polluted = { rows, syntheticRows, features, noiseVariance: 1, shift: 2 };
    simulate(4000, 6, run, [lib.strongCollapseError(polluted)]);
  });
}

test("ridge: shrinking the last fit, and every fit", () => {
  const [generations, shrinkage] = [4, 0.7];
  const truth = [1.2, -0.5];
  const options = { signal: squares(truth), fitError: 0.5, shrinkage };
  const run = (rng: Rng) => {
    const fit = (w: number[]) => w.map((x) => x + Math.sqrt(options.fitError / 2) * standardNormal(rng));
    let [plain, ridge] = [truth, truth];
    for (let n = 0; n < generations; n += 1) {
      plain = fit(plain);
      ridge = fit(ridge).map((x) => shrinkage * x);
    }
    const error = (w: number[]) => squares(w.map((x, i) => x - truth[i]!));
    return [error(plain.map((x) => shrinkage * x)), error(ridge)];
  };
  simulate(4000, 7, run, [
    lib.shrunkRegressionError(generations, options),
    lib.constantRidgeError(generations, options),
  ]);
});
