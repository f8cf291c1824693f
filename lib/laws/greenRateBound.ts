import { requireNotNegative } from "../require/requireNotNegative.ts";
import { requireOptions } from "../require/requireOptions.ts";
import { requireProbabilities } from "../require/requireProbabilities.ts";
import { requireShare } from "../require/requireShare.ts";

/**
 * Lower bound on the probability that a watermarked token is green, when the model's own law for it is p and the green
 * list is a random part γ of the vocabulary:
 *
 *   γ α / (1 + (α − 1) γ) · Σ p_k / (1 + z p_k),   α = e^δ,   z = (1 − γ)(α − 1) / (1 + (α − 1) γ)
 *
 * The sum is the spike entropy of p: near 1 where many tokens are possible (there the bound meets
 * {@link expectedGreenRate}), least where one token is sure. A collapsed model cannot be watermarked. Held against the
 * mean over all green lists in 3000 random small cases; it is loose for few tokens.
 *
 * @param probabilities the model's law p before the bias, shape (vocabulary); ≥ 0, sum 1 to within 1e-9
 * @param options.greenShare γ: part of the vocabulary that is green, 0 … 1
 * @param options.bias δ: what is added to the logit of a green token, in nats, ≥ 0
 * @returns probability, 0 … 1; a sure token gives γ exactly
 * @throws {RangeError} if p is not a distribution, greenShare is not in 0 … 1, or bias is negative
 * @see Kirchenbauer et al. (2023), Theorem 4.2, arXiv:2301.10226 — chapter 16
 * @example greenRateBound([1, 0, 0, 0], { greenShare: 0.25, bias: 2 }).toFixed(4) // => "0.2500"
 */
export function greenRateBound(
  probabilities: ArrayLike<number>,
  options: { greenShare: number; bias: number },
): number {
  const action = "compute greenRateBound";
  const { greenShare, bias } = requireOptions(action, options);
  requireProbabilities(action, probabilities);
  requireShare(action, "greenShare", greenShare);
  requireNotNegative(action, "bias", bias);
  // Numerator and denominator of each term are divided by α, so that a large bias does not overflow.
  const weight = Math.exp(-bias) + greenShare * -Math.expm1(-bias);
  const spike = (1 - greenShare) * -Math.expm1(-bias);
  let rate = 0;
  for (let i = 0; i < probabilities.length; i += 1) {
    const p = probabilities[i]!;
    if (p > 0) rate += (greenShare * p) / (weight + spike * p);
  }
  return rate;
}
