import { type LinearFamily, type LinearOptions, linearFamily } from "./parts/linearFamily.ts";

/**
 * Linear regression by least squares on rows [x…, y]:
 *
 *   y = intercept + x · weights + noise          weights = argmin Σ (y − intercept − x · weights)²
 *
 * A regression says how y follows from x, not where x comes from: the family is told the `design`. With the rows of a
 * fixed design it labels the same x anew in every generation, as in the theory of accumulation:
 *
 *   replace:  E |weights_t − true|² = t σ² d / (T − d − 1)          accumulate:  Σ 1/i² instead of t, at most π²/6
 *
 * (T Gaussian rows of d numbers, known noise variance σ², t fits since the truth.)
 *
 * @param options.design the x to write y for: rows, shape (m, d), taken in order and again from the first; or a function
 *   `(count, rng) => rows`
 * @param options.intercept true for a free intercept, false for a line through the origin
 * @param options.noiseVariance a known variance of the noise, or "RSS / n", or "RSS / (n - df)" (unbiased)
 * @returns the family; `fit` takes rows [x…, y], `fitSums` takes `leastSquaresSums`
 * @throws {RangeError} if a number is out of range; `fit` also if the columns of x depend on each other
 * @throws {TypeError} if intercept or noiseVariance is not said
 * @see Gerstgrasser et al. (2024), "Is Model Collapse Inevitable?", arXiv:2404.01413 — chapters 4, 9, 13
 * @example
 * const family = linearRegression({ design: [[1], [2]], intercept: true, noiseVariance: "RSS / n" });
 * family.fit([[0, 1], [1, 3], [2, 5]]).predict([[10]])[0].toFixed(6) // => "21.000000"
 */
export function linearRegression(options: LinearOptions): LinearFamily {
  return linearFamily("linear regression", 0, options);
}
