import { requireOptions } from "../require/requireOptions.ts";
import { requireBiased } from "./parts/requireModelBias.ts";

/**
 * The rule of thumb for how many biased synthetic samples per generation a fresh-data loop can take before they do more
 * harm than good, with plenty of fresh human data and a bias near 1:
 *
 *   n_s^max ≈ (d + 5) / (1 − λ)²
 *
 * {@link admissibleSyntheticSize} in the limit λ → 1, where the estimator no longer matters; 10 to 20 % low at λ = 0.7.
 *
 * @param options.dimension d, an integer ≥ 1
 * @param options.bias sampling bias λ, at least 0 and below 1 (at 1 there is no limit)
 * @returns number of samples, > 0
 * @throws {RangeError} if dimension or bias is out of range
 * @see Alemohammad et al. (2024), arXiv:2307.01850, saw the constant; derived for this course — chapter 10
 * @example Math.round(leadingOrderSyntheticSize({ dimension: 1, bias: 0.7 })) // => 67
 */
export function leadingOrderSyntheticSize(options: { dimension: number; bias: number }): number {
  const { dimension, bias } = requireOptions("compute leadingOrderSyntheticSize", options);
  requireBiased("compute leadingOrderSyntheticSize", dimension, bias);
  return (dimension + 5) / (1 - bias) ** 2;
}
