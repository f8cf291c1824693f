import { requireInteger } from "../require/requireInteger.ts";
import { requireOptions } from "../require/requireOptions.ts";
import { requireShare } from "../require/requireShare.ts";

/**
 * How surprising the number of green tokens in a text is, if nobody watermarked it: their excess in standard
 * deviations of a binomial,
 *
 *   z = (green − γ T) / √(T γ (1 − γ))
 *
 * @param green number of green tokens, an integer, 0 … T
 * @param options.tokens T: tokens scored, an integer ≥ 1; each must be a new pair of context and token, or it
 *   counts twice
 * @param options.greenShare γ: part of the vocabulary that is green, above 0 and below 1
 * @returns standard deviations; 4 and more is a watermark for most purposes, see {@link watermarkPValue}
 * @throws {RangeError} if an argument is out of range
 * @see Kirchenbauer et al. (2023), eq. 3, arXiv:2301.10226 — chapter 16
 * @example watermarkZ(16, { tokens: 16, greenShare: 0.5 }) // => 4
 */
export function watermarkZ(green: number, options: { tokens: number; greenShare: number }): number {
  const action = "compute watermarkZ";
  const { tokens, greenShare } = requireOptions(action, options);
  requireInteger(action, "tokens", tokens, 1);
  requireInteger(action, "green", green);
  if (green > tokens)
    throw new RangeError(`Cannot ${action}: green must be at most tokens ${tokens}, got ${green}`);
  requireShare(action, "greenShare", greenShare);
  if (greenShare === 0 || greenShare === 1) {
    throw new RangeError(`Cannot ${action}: greenShare must be above 0 and below 1, got ${greenShare}`);
  }
  return (green - greenShare * tokens) / Math.sqrt(tokens * greenShare * (1 - greenShare));
}
