import { requireShare } from "../require/requireShare.ts";

/**
 * The best area under the ROC curve that any detector of machine text can have, when the laws of machine and human
 * text are TV apart in total variation:
 *
 *   AUROC ≤ ½ + TV − TV² / 2
 *
 * As models write more like people, TV falls and the best detector comes down to a coin toss.
 *
 * @param totalVariation TV = ½ Σ |p − q|, 0 … 1
 * @returns area, ½ … 1
 * @throws {RangeError} if totalVariation is not in 0 … 1
 * @see Sadasivan et al. (2023), Theorem 1, arXiv:2303.11156 — chapter 16
 * @example aurocBound(0.5) // => 0.875
 */
export function aurocBound(totalVariation: number): number {
  requireShare("compute aurocBound", "totalVariation", totalVariation);
  return 0.5 + totalVariation - totalVariation ** 2 / 2;
}
