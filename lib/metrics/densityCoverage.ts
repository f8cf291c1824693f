import type { Points } from "../numerics/points.ts";
import { type BallOptions, type ManifoldMetrics, manifoldMetrics } from "./manifoldMetrics.ts";

/**
 * Density (how deep fakes lie among real points) and coverage (share of real points that have a fake nearby): precision
 * and recall made robust, as only balls around real points count. For two samples of one law the expected coverage is
 * known, and near 1 − 2^−k. With precision and recall as well, `manifoldMetrics` does the search once.
 * Higher is better.
 *
 * @param real reference sample, shape (n, d), n > k, in some unit
 * @param fake generated sample, shape (m, d), m > k, in the same unit
 * @param options.k,options.strict how balls are drawn; see {@link BallOptions}. The paper has k = 5 and strict true
 * @returns density, 0 … n / k (about 1 for a perfect model), and coverage, 0 … 1
 * @throws {RangeError} as `manifoldMetrics` does
 * @throws {TypeError} if strict is not said
 * @see Naeem et al. (2020), arXiv:2002.09797 — chapters 6 and 8
 * @example densityCoverage([[0], [1], [2], [3], [10]], [[0.5], [0.6], [2.6], [20]], { k: 2, strict: true })
 * // => { density: 0.875, coverage: 1 }
 */
export function densityCoverage(
  real: Points,
  fake: Points,
  options: BallOptions,
): Pick<ManifoldMetrics, "density" | "coverage"> {
  const { density, coverage } = manifoldMetrics(real, fake, options);
  return { density, coverage };
}
