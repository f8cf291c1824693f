import type { Points } from "../numerics/points.ts";
import { type BallOptions, type ManifoldMetrics, manifoldMetrics } from "./manifoldMetrics.ts";

/**
 * Precision (share of fakes that lie where real points are) and recall (share of real points that lie where fakes are),
 * by balls that reach to the k-th nearest neighbour. Sharpening costs recall, blurring costs precision.
 * With density and coverage as well, `manifoldMetrics` does the search once. Higher is better.
 *
 * @param real reference sample, shape (n, d), n > k, in some unit
 * @param fake generated sample, shape (m, d), m > k, in the same unit
 * @param options.k,options.strict how balls are drawn; see {@link BallOptions}. The paper has k = 3 and strict false
 * @returns precision and recall, each 0 … 1
 * @throws {RangeError} as `manifoldMetrics` does
 * @throws {TypeError} if strict is not said
 * @see Kynkäänniemi et al. (2019), arXiv:1904.06991 — chapters 6 and 8
 * @example precisionRecall([[0], [1], [2], [3], [10]], [[0.5], [0.6], [2.6], [20]], { k: 1, strict: true })
 * // => { precision: 0.75, recall: 0.8 }
 */
export function precisionRecall(
  real: Points,
  fake: Points,
  options: BallOptions,
): Pick<ManifoldMetrics, "precision" | "recall"> {
  const { precision, recall } = manifoldMetrics(real, fake, options);
  return { precision, recall };
}
