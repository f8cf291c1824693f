import { normalTail } from "../numerics/normalTail.ts";
import { requireFiniteNumber } from "../require/requireFiniteNumber.ts";

/**
 * Probability that a text without watermark reaches a z of at least this: the upper tail of the standard normal law,
 *
 *   p = ½ erfc(z / √2)
 *
 * The true law of the count is binomial: below some 30 tokens this is only the order of magnitude.
 *
 * @param z what {@link watermarkZ} gives
 * @returns probability, 0 … 1; relative error below 1e-12 down to z = 30
 * @throws {RangeError} if z is not finite
 * @see Kirchenbauer et al. (2023), arXiv:2301.10226 — chapter 16
 * @example watermarkPValue(4).toExponential(1) // => "3.2e-5"
 */
export function watermarkPValue(z: number): number {
  requireFiniteNumber("compute watermarkPValue", "z", z);
  return normalTail(z);
}
