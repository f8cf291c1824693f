import { quantile } from "../metrics/quantile.ts";
import { variance } from "../metrics/variance.ts";
import { integer } from "../random/integer.ts";
import type { Rng } from "../random/rng.ts";
import { requireInteger } from "../require/requireInteger.ts";
import { requireOptions } from "../require/requireOptions.ts";

/** What the bootstrap says of a statistic. */
export interface Bootstrap {
  /** The statistic of the data itself. */
  readonly estimate: number;
  /** Standard deviation of the replicates (divided by n − 1), in the unit of the statistic. */
  readonly standardError: number;
  /** Percentile interval [low, high]: the middle `level` of the replicates. */
  readonly interval: readonly [low: number, high: number];
  /** The statistic of each resample, shape (resamples). */
  readonly replicates: Float64Array;
}

/**
 * The bootstrap: how much a statistic would vary from sample to sample, from one sample. The data is drawn again, with
 * replacement and to the same length, many times; the spread of the statistic over these resamples is its uncertainty.
 *
 * The percentile interval is too narrow for few data and wrong for the greatest or least value of a sample.
 *
 * @param data sample, shape (n), n ≥ 2: numbers, or rows, or anything that `statistic` reads; not changed
 * @param statistic a number from a sample; it is handed an array of its own, good until the next resample
 * @param options.resamples how many, an integer ≥ 2; some 1 000 for an interval
 * @param options.level share of the replicates that the interval holds, above 0 and below 1
 * @param options.rng a seeded stream
 * @returns estimate, standardError, interval and replicates; {@link Bootstrap}
 * @throws {RangeError} if data has fewer than 2 items, resamples or level is out of range, or a statistic is not finite
 * @see Efron, Tibshirani (1993), An Introduction to the Bootstrap, ch. 6 and 13
 * @example
 * const { estimate } = bootstrap([1, 2, 9], median, { resamples: 99, level: 0.9, rng: seeded(1) });
 * estimate // => 2
 */
export function bootstrap<Item>(
  data: ArrayLike<Item>,
  statistic: (sample: Item[]) => number,
  options: { resamples: number; level: number; rng: Rng },
): Bootstrap {
  const { resamples, level, rng } = requireOptions("bootstrap", options);
  const n = data.length;
  if (!(n >= 2)) throw new RangeError(`Cannot bootstrap: data must hold at least 2 items, got ${n}`);
  requireInteger("bootstrap", "resamples", resamples, 2);
  if (!(level > 0 && level < 1)) {
    throw new RangeError(`Cannot bootstrap: level must lie above 0 and below 1, got ${String(level)}`);
  }
  const measure = (sample: Item[]): number => {
    const value = statistic(sample);
    if (!Number.isFinite(value))
      throw new RangeError(`Cannot bootstrap: statistic must give a finite number, got ${String(value)}`);
    return value;
  };
  const estimate = measure(Array.from(data));
  const sample = Array.from(data);
  const replicates = new Float64Array(resamples);
  for (let r = 0; r < resamples; r += 1) {
    for (let i = 0; i < n; i += 1) sample[i] = data[integer(n, rng)]!;
    replicates[r] = measure(sample);
  }
  return {
    estimate,
    standardError: Math.sqrt(variance(replicates, { ddof: 1 })),
    interval: [quantile(replicates, (1 - level) / 2), quantile(replicates, (1 + level) / 2)],
    replicates,
  };
}
