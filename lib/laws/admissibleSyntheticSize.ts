import { type Ddof, requireDdof } from "../numerics/requireDdof.ts";
import { requireOptions } from "../require/requireOptions.ts";
import { requireBiased } from "./parts/requireModelBias.ts";

/**
 * How many biased synthetic samples per generation a fresh-data loop can take before they do more harm than good, when
 * there is plenty of fresh human data: for an isotropic Gaussian in d dimensions, pooled data and sampling bias λ,
 *
 *   n_s^max → [ 4(2 − λ) + (d + 1)(2 − λ²) − (3/2)(d + 1)(1 − λ) − 2(1 − ddof)(1 − λ) ] / (1 − λ)²  as n_r → ∞
 *
 * A constant: ten times as much human data does not buy more synthetic data. {@link leadingOrderSyntheticSize} is its
 * form for λ near 1; the best n_s, {@link bestSyntheticSize}, is half of it. About 2 % lower at n_r = 4000 for λ = 0.7.
 *
 * Derivation: in W₂² = |μ|² + tr Δ²/4 − tr Δ³/8 + …, Σ = I + Δ, the share ρ = n_s/n_r wins ρ/n_r times a constant (fewer
 * fluctuations) and costs d ρ² (1 − λ)²/4 (a smaller Σ).
 *
 * @param options.dimension d, an integer ≥ 1
 * @param options.bias sampling bias λ, at least 0 and below 1 (at 1 there is no limit)
 * @param options.ddof 1 for the unbiased covariance, 0 for maximum likelihood
 * @returns number of samples, > 0
 * @throws {RangeError} if dimension, bias or ddof is out of range
 * @see Alemohammad et al. (2024), arXiv:2307.01850, saw the constant; derived for this course — chapter 10
 * @example Math.round(admissibleSyntheticSize({ dimension: 1, bias: 0.7, ddof: 1 })) // => 81
 */
export function admissibleSyntheticSize(options: { dimension: number; bias: number; ddof: Ddof }): number {
  const { dimension, bias, ddof } = requireOptions("compute admissibleSyntheticSize", options);
  requireBiased("compute admissibleSyntheticSize", dimension, bias);
  requireDdof("compute admissibleSyntheticSize", ddof);
  const fewer = 4 * (2 - bias) + (dimension + 1) * (2 - bias * bias);
  const smaller = (1.5 * (dimension + 1) + 2 * (1 - ddof)) * (1 - bias);
  return (fewer - smaller) / (1 - bias) ** 2;
}
