import type { Ddof } from "../numerics/requireDdof.ts";
import { admissibleSyntheticSize } from "./admissibleSyntheticSize.ts";

/**
 * How many biased synthetic samples per generation help a fresh-data loop most, when there is plenty of fresh human
 * data: half of {@link admissibleSyntheticSize}, about (d + 5) / (2 (1 − λ)²).
 *
 * @param options.dimension d, an integer ≥ 1
 * @param options.bias sampling bias λ, at least 0 and below 1
 * @param options.ddof 1 for the unbiased covariance, 0 for maximum likelihood
 * @returns number of samples, > 0; the limit for large n_r
 * @throws {RangeError} if dimension, bias or ddof is out of range
 * @see Alemohammad et al. (2024), arXiv:2307.01850, for the setting; derived for this course — chapter 10
 * @example Math.round(bestSyntheticSize({ dimension: 1, bias: 0.7, ddof: 1 })) // => 41
 */
export function bestSyntheticSize(options: { dimension: number; bias: number; ddof: Ddof }): number {
  return admissibleSyntheticSize(options) / 2;
}
