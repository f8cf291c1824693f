import { requireFiniteNumber } from "../require/requireFiniteNumber.ts";
import { requireNotNegative } from "../require/requireNotNegative.ts";
import { requireOptions } from "../require/requireOptions.ts";
import type { NumberDistribution } from "./distribution.ts";
import { fillNormal } from "./fillNormal.ts";
import { fromFill } from "./parts/fromFill.ts";
import { standardNormal } from "./standardNormal.ts";

/**
 * The normal distribution N(mean, sd²). Mind the second argument: a standard deviation, not a variance.
 *
 * {@link fillNormal} fills an array that is there already, {@link standardNormal} draws from N(0, 1).
 *
 * @param options.mean centre, in some unit u
 * @param options.sd standard deviation, in the same unit, ≥ 0; with 0 every draw is the mean
 * @returns a function (rng) → draw in u
 * @throws {RangeError} if mean is not finite, or sd is negative or not finite
 * @see Marsaglia, Tsang (2000), J. Stat. Softw. 5(8), doi:10.18637/jss.v005.i08 — chapter 1
 * @example normal({ mean: 5, sd: 0 })(seeded(1)) // => 5
 */
export function normal(options: { mean: number; sd: number }): NumberDistribution {
  const { mean, sd } = requireOptions("make a normal distribution", options);
  requireFiniteNumber("make a normal distribution", "mean", mean);
  requireNotNegative("make a normal distribution", "sd", sd);
  return fromFill((out, rng) => {
    if (out.length > 1) fillNormal(out, mean, sd, rng);
    else out[0] = mean + sd * standardNormal(rng);
  });
}
