import { logGamma } from "../numerics/logGamma.ts";
import { requireInteger } from "../require/requireInteger.ts";
import { requireOptions } from "../require/requireOptions.ts";
import { requireZipf, zipfMiss } from "./parts/zipfMiss.ts";

/**
 * The clean scaling law of a memorising learner on a Zipf law without end, with its constant:
 *
 *   E ≈ C^(1/β) Γ(1 − 1/β) / β · T^(−(1 − 1/β)),   C = 1/ζ(β)
 *
 * A straight line of slope −(1 − 1/β) on logarithmic axes. Good to 0.2 % from T = 100 on (β = 1.5); {@link
 * zipfHutterError} is exact.
 *
 * @param tokens T, training examples, an integer ≥ 1
 * @param options.exponent β, above 1
 * @returns error, > 0; lower is better
 * @throws {RangeError} if tokens or exponent is out of range
 * @see Dohmatob et al. (2024), arXiv:2402.07043; constant derived for this course — chapter 4
 * @example Number(leadingOrderHutterError(1e5, { exponent: 1.5 }).toFixed(5)) // => 0.02029
 */
export function leadingOrderHutterError(tokens: number, options: { exponent: number }): number {
  const { exponent } = requireOptions("compute leadingOrderHutterError", options);
  requireInteger("compute leadingOrderHutterError", "tokens", tokens, 1);
  requireZipf("compute leadingOrderHutterError", exponent);
  const slope = 1 - 1 / exponent;
  const zeta = zipfMiss(1, Infinity, exponent, 0, 0);
  return Math.exp(logGamma(slope) - Math.log(zeta) / exponent - slope * Math.log(tokens)) / exponent;
}
