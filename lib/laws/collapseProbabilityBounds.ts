import { requireInteger } from "../require/requireInteger.ts";
import { type CollapsingVocabulary, requireCollapsing } from "./collapsingVocabulary.ts";

/**
 * Between what bounds lies the probability that only one type is left by generation t of a loop that resamples n words
 * from the one before:
 *
 *   1 − n (1 − S₀)(1 − 1/n)^t  ≤  P(collapsed by t)  ≤  1 − (1 − S₀)/(1 − 1/s) · (1 − 1/n)^t
 *
 * @param generation t, an integer ≥ 0
 * @param vocabulary size n, types s, simpson S₀ of the human law
 * @returns lower and upper bound, 0 … 1
 * @throws {RangeError} if an argument is out of range
 * @see Seddik et al. (2024), arXiv:2404.05090 — chapter 5
 * @example
 * const { lower, upper } = collapseProbabilityBounds(200, { size: 50, types: 2, simpson: 0.5 });
 * [lower.toFixed(3), upper.toFixed(3)] // => ["0.560", "0.982"]
 */
export function collapseProbabilityBounds(
  generation: number,
  vocabulary: CollapsingVocabulary,
): { lower: number; upper: number } {
  requireInteger("compute collapseProbabilityBounds", "generation", generation);
  requireCollapsing("compute collapseProbabilityBounds", vocabulary);
  const { size, types, simpson } = vocabulary;
  const mixed = (1 - simpson) * (generation === 0 ? 1 : Math.exp(generation * Math.log1p(-1 / size)));
  return { lower: Math.max(0, 1 - size * mixed), upper: Math.max(0, 1 - mixed / (1 - 1 / types)) };
}
