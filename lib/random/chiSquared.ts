import { requireFiniteNumber } from "../require/requireFiniteNumber.ts";
import { requireOptions } from "../require/requireOptions.ts";
import type { NumberDistribution } from "./distribution.ts";
import { gamma } from "./gamma.ts";

/**
 * The χ² distribution: for a whole number ν the law of a sum of ν squared standard normal draws, and in general
 * Gamma(shape ν / 2, scale 2).
 *
 *   mean ν          variance 2 ν
 *
 * The variance of n normal values is distributed as σ² χ²(n − 1) / (n − 1): one draw replaces n.
 *
 * @param options.degreesOfFreedom ν, > 0, not necessarily whole
 * @returns a function (rng) → draw, ≥ 0
 * @throws {RangeError} if degreesOfFreedom is not finite and above 0
 * @see Marsaglia, Tsang (2000), ACM Trans. Math. Softw. 26(3):363–372, doi:10.1145/358407.358414 — chapter 1
 * @example
 * const draw = chiSquared({ degreesOfFreedom: 9 });
 * draw(seeded(1)) === draw(seeded(1)) // => true
 */
export function chiSquared(options: { degreesOfFreedom: number }): NumberDistribution {
  const { degreesOfFreedom } = requireOptions("make a chi-squared distribution", options);
  requireFiniteNumber("make a chi-squared distribution", "degreesOfFreedom", degreesOfFreedom, 0);
  return gamma({ shape: degreesOfFreedom / 2, scale: 2 });
}
