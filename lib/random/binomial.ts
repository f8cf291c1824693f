import { requireInteger } from "../require/requireInteger.ts";
import { requireOptions } from "../require/requireOptions.ts";
import { requireShare } from "../require/requireShare.ts";
import type { NumberDistribution } from "./distribution.ts";
import { binomialBell } from "./parts/binomialBell.ts";
import { byInversion } from "./parts/byInversion.ts";
import { fromFill } from "./parts/fromFill.ts";
import { transformedRejection } from "./parts/transformedRejection.ts";

/**
 * The binomial distribution: how many of `trials` independent tries succeed, each with probability `p`.
 *
 *   mean trials · p          variance trials · p (1 − p)
 *
 * Exact: by inversion where fewer than 30 successes (or failures) are expected, else by Hörmann's transformed rejection
 * (BTRS), at the same cost for every number of trials.
 *
 * @param options.trials how many tries, an integer, 0 … 2⁵³ − 1
 * @param options.p probability of success, 0–1
 * @returns a function (rng) → an integer, 0 … trials; always 0 with p = 0, always `trials` with p = 1
 * @throws {RangeError} if trials is not an integer ≥ 0, or p is outside [0, 1]
 * @see Hörmann (1993), J. Stat. Comput. Simul. 46:101–110, doi:10.1080/00949659308811496
 * @example binomial({ trials: 10, p: 1 })(seeded(1)) // => 10
 */
export function binomial(options: { trials: number; p: number }): NumberDistribution {
  const { trials, p } = requireOptions("make a binomial distribution", options);
  requireInteger("make a binomial distribution", "trials", trials);
  requireShare("make a binomial distribution", "p", p);
  const rarer = Math.min(p, 1 - p);
  const draws = trials * rarer < 30 ? inverted(trials, rarer) : rejected(trials, rarer);
  if (p <= 0.5) return draws;
  return fromFill((out, rng) => {
    draws.fill(out, rng);
    for (let i = 0; i < out.length; i += 1) out[i] = trials - out[i]!;
  });
}

function inverted(trials: number, p: number): NumberDistribution {
  const odds = p / (1 - p);
  const none = Math.exp(trials * Math.log1p(-p));
  return byInversion(none, (k) => ((trials - k + 1) / k) * odds, trials);
}

function rejected(trials: number, p: number): NumberDistribution {
  const bell = binomialBell(trials, p);
  return fromFill((out, rng) => transformedRejection(out, bell, rng));
}
