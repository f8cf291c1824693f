import { type LinearFamily, type LinearOptions, linearFamily } from "./parts/linearFamily.ts";

/**
 * Ridge regression: least squares with the weights pulled towards 0, on rows [x…, y].
 *
 *   weights = argmin Σ (y − intercept − x · weights)² + penalty |weights|²
 *
 * The intercept is not pulled. Refitting shrinks again in every generation; the best penalty grows with the generation.
 *
 * @param options.penalty ≥ 0, in the unit of x squared (scikit-learn: `alpha`); 0 gives linear regression
 * @param options.design the x to write y for: rows, shape (m, d), taken in order and again from the first; or a function
 *   `(count, rng) => rows`
 * @param options.intercept true for a free intercept, false for a line through the origin
 * @param options.noiseVariance a known variance of the noise, or "RSS / n", or "RSS / (n - df)" with
 *   df = Σ s² / (s² + penalty) over the singular values s of x (and 1 for a free intercept)
 * @returns the family; `fit` takes rows [x…, y], `fitSums` takes `leastSquaresSums`
 * @throws {RangeError} if a number is out of range
 * @throws {TypeError} if intercept or noiseVariance is not said
 * @see Hoerl, Kennard (1970), Technometrics 12(1):55–67; Dohmatob et al. (2024), "Model Collapse Demystified",
 *   arXiv:2402.07712 — chapter 13
 * @example
 * const family = ridgeRegression({ penalty: 5, design: [[1]], intercept: false, noiseVariance: 1 });
 * family.fit([[1, 2], [2, 4]]).parameters.weights.map((w) => Math.round(w * 1e9) / 1e9) // => Float64Array [1]
 */
export function ridgeRegression({ penalty, ...options }: LinearOptions & { penalty: number }): LinearFamily {
  return linearFamily("ridge regression", penalty, options);
}
