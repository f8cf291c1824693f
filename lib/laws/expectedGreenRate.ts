import { requireFiniteNumber } from "../require/requireFiniteNumber.ts";
import { requireOptions } from "../require/requireOptions.ts";
import { requireShare } from "../require/requireShare.ts";

/**
 * Expected share of green tokens in a text written with a soft green-list watermark by a model that finds all tokens
 * equally likely: green logits are raised by δ,
 *
 *   γ e^δ / (1 − γ + γ e^δ)
 *
 * Real text has less entropy, and stays below it: see {@link greenRateBound}.
 *
 * @param options.greenShare γ: part of the vocabulary that is green, 0 … 1
 * @param options.bias δ: what is added to the logit of a green token, in nats
 * @returns share of tokens, 0 … 1; γ where δ = 0
 * @throws {RangeError} if greenShare is not in 0 … 1 or bias is not finite
 * @see Kirchenbauer et al. (2023), arXiv:2301.10226 — chapter 16
 * @example Number(expectedGreenRate({ greenShare: 0.25, bias: 2 }).toFixed(4)) // => 0.7112
 */
export function expectedGreenRate(options: { greenShare: number; bias: number }): number {
  const { greenShare, bias } = requireOptions("compute expectedGreenRate", options);
  requireShare("compute expectedGreenRate", "greenShare", greenShare);
  requireFiniteNumber("compute expectedGreenRate", "bias", bias);
  if (greenShare === 0 || greenShare === 1) return greenShare;
  const green = greenShare * Math.exp(Math.min(0, bias)); // both weights divided by the larger e^…: no overflow
  const red = (1 - greenShare) * Math.exp(Math.min(0, -bias));
  return green / (green + red);
}
