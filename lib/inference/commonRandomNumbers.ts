import type { Rng } from "../random/rng.ts";
import { requireInteger } from "../require/requireInteger.ts";
import { requireOptions } from "../require/requireOptions.ts";

/**
 * The same experiment under several settings, with the same luck: in run r every setting draws from its own copy of the
 * stream `rng.split(r)`. Differences between settings then show what the setting does, not what chance did, with far
 * fewer runs than independent streams need. Measure them with {@link pairedDifference}.
 *
 * It works as far as the settings use the same numbers for the same things. Where a setting changes how many numbers are
 * drawn, give each purpose a stream of its own inside `simulate`: `rng.split("data")`, `rng.split(generation)`.
 *
 * @param options.settings what is compared, shape (k), k ≥ 1: numbers, or anything that `simulate` reads
 * @param options.runs how many runs of each setting, an integer ≥ 1
 * @param options.rng a seeded stream
 * @param options.simulate (setting, rng) → the number that one run gives
 * @returns one row per setting, each with one value per run, shape (k, runs)
 * @throws {RangeError} if settings is empty, runs is not an integer ≥ 1, or a run gives a number that is not finite
 * @see Glasserman, Yao (1992), Manage. Sci. 38(6):884–908, doi:10.1287/mnsc.38.6.884 — chapters 10 and 11
 * @example
 * const simulate = (shift, rng) => shift + standardNormal(rng);
 * const [a, b] = commonRandomNumbers({ settings: [0, 8], runs: 4, rng: seeded(1), simulate });
 * Array.from(b, (value, run) => Math.round(value - a[run])) // => [8, 8, 8, 8]
 */
export function commonRandomNumbers<Setting>(options: {
  settings: ArrayLike<Setting>;
  runs: number;
  rng: Rng;
  simulate: (setting: Setting, rng: Rng) => number;
}): Float64Array[] {
  requireOptions("use common random numbers", options);
  const { settings, runs, rng, simulate } = options;
  requireInteger("use common random numbers", "runs", runs, 1);
  if (!(settings.length >= 1)) {
    throw new RangeError(
      `Cannot use common random numbers: settings must hold at least 1 setting, got ${settings.length}`,
    );
  }
  return Array.from(settings, (setting, k) =>
    Float64Array.from({ length: runs }, (_, run) => {
      const value = simulate(setting, rng.split(run));
      if (Number.isFinite(value)) return value;
      throw new RangeError(
        `Cannot use common random numbers: simulate must give a finite number for settings[${k}], got ${String(value)}`,
      );
    }),
  );
}
