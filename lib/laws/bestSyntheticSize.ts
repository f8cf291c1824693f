import { admissibleSyntheticSize } from "./admissibleSyntheticSize.ts";

/**
 * How many biased synthetic samples per generation help a fresh-data loop most, when there is plenty of fresh human
 * data: half of {@link admissibleSyntheticSize}, (d + 5) / (2 (1 − λ)²).
 *
 * @param options.dimension d, an integer ≥ 1
 * @param options.bias sampling bias λ, at least 0 and below 1
 * @returns number of samples, > 0; the limit for large n_r
 * @throws {RangeError} if dimension or bias is out of range
 * @see Alemohammad et al. (2024), arXiv:2307.01850, for the setting; derived for this course — chapter 10
 * @example Math.round(bestSyntheticSize({ dimension: 5, bias: 0.5 })) // => 20
 */
export function bestSyntheticSize(options: { dimension: number; bias: number }): number {
  return admissibleSyntheticSize(options) / 2;
}
