import type { Points } from "../numerics/points.ts";
import { type LeastSquaresSums, leastSquaresSums } from "./leastSquaresSums.ts";
import { linearRegression } from "./linearRegression.ts";
import type { Family, Fitted } from "./model.ts";
import type { FittedLinear, LinearOptions, LinearParameters } from "./parts/linearFamily.ts";

/** A line that writes the sums over its rows. */
export interface FittedLinearSums extends Fitted<ArrayLike<number>, LinearParameters, LeastSquaresSums> {
  logProb(row: ArrayLike<number>): number;
  predict(points: Points): Float64Array;
}

/** The family of linear regressions whose batches are {@link LeastSquaresSums}. */
export interface LinearSumsFamily extends Family<ArrayLike<number>, LinearParameters, LeastSquaresSums> {
  fit(data: Points | LeastSquaresSums): FittedLinearSums;
  known(parameters: {
    weights: ArrayLike<number>;
    intercept: number;
    noiseVariance: number;
  }): FittedLinearSums;
}

/**
 * The {@link linearRegression} that hands on sums instead of rows: what a model writes is summed up at once, and the fit
 * solves the normal equations. `accumulate` then adds sums: t generations in constant memory, where rows would grow with
 * t. The same stream draws the same noise; fits agree with those on rows up to rounding.
 *
 * @param options as for `linearRegression`: design, intercept, noiseVariance
 * @returns the family; `fit` takes rows [x…, y] or `LeastSquaresSums`
 * @throws {RangeError} if a number is out of range; `fit` also if the columns of x depend on each other
 * @throws {TypeError} if intercept or noiseVariance is not said
 * @see Gerstgrasser et al. (2024), arXiv:2404.01413 — chapter 9
 * @example
 * const family = linearRegressionSums({ design: [[1], [2]], intercept: true, noiseVariance: 0 });
 * family.known({ weights: [2], intercept: 1, noiseVariance: 0 }).sample(2, seeded(1)).xty // => Float64Array [13]
 */
export function linearRegressionSums(options: LinearOptions): LinearSumsFamily {
  const family = linearRegression(options);
  const summing = (model: FittedLinear): FittedLinearSums => ({
    parameters: model.parameters,
    logProb: model.logProb,
    predict: model.predict,
    sample(count, rng) {
      const sums = leastSquaresSums({ d: model.parameters.weights.length });
      const rows = model.sample(count, rng);
      return rows.length > 0 ? sums.add(rows) : sums;
    },
  });
  return Object.freeze({
    name: "linear regression sums",
    known: (parameters: Parameters<LinearSumsFamily["known"]>[0]) => summing(family.known(parameters)),
    fit: (data: Points | LeastSquaresSums) =>
      summing("moments" in data ? family.fitSums(data) : family.fit(data)),
  });
}
