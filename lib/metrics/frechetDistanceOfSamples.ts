import { multivariateGaussian } from "../models/multivariateGaussian.ts";
import type { Points } from "../numerics/points.ts";
import type { Ddof } from "../numerics/requireDdof.ts";
import { twoClouds } from "../numerics/twoClouds.ts";
import { requireOptions } from "../require/requireOptions.ts";
import { frechetDistance } from "./frechetDistance.ts";

/**
 * Fréchet distance of two samples: that of the Gaussians fitted to them. It sees means and covariances and nothing
 * else: two samples with the same moments and different modes are 0 apart. From n points it is biased high, by about
 * d² / n units of variance, so compare equal n only. Lower is better.
 *
 * @param a reference sample, shape (n, d), n ≥ 2, in some unit u
 * @param b compared sample, shape (m, d), m ≥ 2, in the same unit
 * @param options.ddof 1 divides sums of squares by n − 1 (the programs for the FID), 0 by n
 * @returns squared distance in u², ≥ 0
 * @throws {RangeError} if a sample has fewer than 2 rows, rows are ragged, not finite or of different length in a and
 *   b, or ddof is not 0 or 1
 * @see frechetDistance — chapters 6 and 8
 * @example frechetDistanceOfSamples([[0], [2]], [[3], [5]], { ddof: 1 }) // => 9
 */
export function frechetDistanceOfSamples(a: Points, b: Points, options: { ddof: Ddof }): number {
  const { ddof } = requireOptions("compute frechetDistanceOfSamples", options);
  twoClouds("compute frechetDistanceOfSamples", ["a", "b"], a, b, 2);
  const family = multivariateGaussian({ ddof });
  return frechetDistance(family.fit(a).parameters, family.fit(b).parameters);
}
