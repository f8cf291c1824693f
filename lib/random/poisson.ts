import { requireOptions } from "../require/requireOptions.ts";
import type { NumberDistribution } from "./distribution.ts";
import { byInversion } from "./parts/byInversion.ts";
import { fromFill } from "./parts/fromFill.ts";
import { poissonBell } from "./parts/poissonBell.ts";
import { transformedRejection } from "./parts/transformedRejection.ts";

/**
 * The Poisson distribution: how many rare, independent things happen, P(k) = e^(−mean) mean^k / k!.
 *
 *   mean mean          variance mean
 *
 * Exact: by inversion for a mean below 30, else by Hörmann's transformed rejection (PTRS), at the same cost for every
 * mean.
 *
 * @param options.mean expected number, 0 … 10¹⁵; with 0 every draw is 0
 * @returns a function (rng) → an integer ≥ 0
 * @throws {RangeError} if mean is negative, above 10¹⁵ or not a number
 * @see Hörmann (1993), Insur. Math. Econ. 12(1):39–45, doi:10.1016/0167-6687(93)90997-4
 * @example poisson({ mean: 0 })(seeded(1)) // => 0
 */
export function poisson(options: { mean: number }): NumberDistribution {
  const { mean } = requireOptions("make a poisson distribution", options);
  if (!(mean >= 0 && mean <= 1e15)) {
    throw new RangeError(
      `Cannot make a poisson distribution: mean must lie between 0 and 1e15, got ${String(mean)}`,
    );
  }
  if (mean < 30) return byInversion(Math.exp(-mean), (k) => mean / k, Infinity);
  const bell = poissonBell(mean);
  return fromFill((out, rng) => transformedRejection(out, bell, rng));
}
