import { requireInteger } from "../internal/requireInteger.ts";

/**
 * How many biased synthetic samples per generation a fresh-data loop can take before they do more harm than good, when
 * there is plenty of fresh human data: for an isotropic Gaussian in d dimensions sampled with bias λ,
 *
 *   n_s^max → (d + 5) / (1 − λ)² as n_r → ∞      (the best n_s is half of it)
 *
 * A constant: ten times as much human data does not buy more synthetic data.
 *
 * Derivation: for ρ = n_s/n_r the synthetic samples win ρ d (d + 5)/(4 n_r) and cost d ρ² (1 − λ)²/4 of W₂².
 *
 * @param options.dimension d, an integer ≥ 1
 * @param options.bias sampling bias λ, at least 0 and below 1 (at 1 there is no limit)
 * @returns number of samples, > 0; the limit for large n_r, about 5 % low at n_r = 2000
 * @throws {RangeError} if dimension or bias is out of range
 * @see Alemohammad et al. (2024), arXiv:2307.01850, saw the constant; derived for this course — chapter 10
 * @example Math.round(admissibleSyntheticSize({ dimension: 1, bias: 0.7 })) // => 67
 */
export function admissibleSyntheticSize({ dimension, bias }: { dimension: number; bias: number }): number {
  requireInteger("compute admissibleSyntheticSize", "dimension", dimension, 1);
  if (!(bias >= 0 && bias < 1)) {
    throw new RangeError(
      `Cannot compute admissibleSyntheticSize: bias must be at least 0 and below 1, got ${String(bias)}`,
    );
  }
  return (dimension + 5) / (1 - bias) ** 2;
}
