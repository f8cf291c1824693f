import { mean } from "../metrics/mean.ts";
import { meanInterval } from "../metrics/meanInterval.ts";
import { median } from "../metrics/median.ts";
import { medianInterval } from "../metrics/medianInterval.ts";
import { standardError } from "../metrics/standardError.ts";
import type { Grid, GridValue, Sweep } from "./sweep.ts";
import type { SweepPoint } from "./sweepPoints.ts";
import type { Readings } from "./sweepRuns.ts";

/** What the runs of a point say of one reading in one generation; null where a number is not to be had. */
export interface SweepRow {
  readonly point: Readonly<Record<string, GridValue>>;
  readonly reading: string;
  readonly generation: number;
  readonly runs: number;
  readonly mean: number;
  /** Of the mean; null for one run. */
  readonly standardError: number | null;
  /** What the law says of the mean. */
  readonly law: number | null;
  /** How many standard errors the mean is above the law; null where the runs say little of their mean. */
  readonly z: number | null;
  /**
   * Whether a mean says little: a few runs make it, by Cochran's rule for skewness, as `meanInterval` has it. It then mostly
   * lies far from its law, and the median is what to look at.
   */
  readonly isHeavy: boolean;
  readonly median: number;
  /** A 95 % interval of the median, exact for every law; null for fewer than 6 runs. */
  readonly medianLow: number | null;
  readonly medianHigh: number | null;
  readonly least: number;
  readonly greatest: number;
}

/**
 * What the runs of one point say, a row for each reading and generation.
 *
 * @param sweep as `sweep` gives it
 * @param point one of `sweepPoints`
 * @param readings all runs of the point, as `sweepRuns` gives them
 * @returns rows, by reading and then by generation
 * @throws {RangeError} if the law of a reading gives NaN
 * @see Cochran (1977), Sampling Techniques, 3rd ed., §2.15 (n > 25 G₁²) — chapters 1, 2
 * @example
 * const coin = sweep({
 *   title: "a coin", grid: { chance: [0.5] }, seed: 1, runs: 400, generations: [0],
 *   run: ({ chance }, { runs, firstRun, rng }) => ({
 *     heads: [Float64Array.from({ length: runs }, (_, i) => (rng.split(firstRun + i).next() < chance ? 1 : 0))],
 *   }),
 *   laws: { heads: ({ chance }) => chance },
 * });
 * const [point] = sweepPoints(coin);
 * const [row] = sweepRows(coin, point, await sweepRuns(coin, point, { firstRun: 0, runs: 400 }));
 * [row.law, Math.abs(row.z) < 4] // => [0.5, true]
 */
export function sweepRows<Axes extends Grid>(
  sweep: Sweep<Axes, string>,
  { at, label }: SweepPoint<Axes>,
  readings: Readings,
): readonly SweepRow[] {
  return Object.entries(readings).flatMap(([reading, generations]) =>
    generations.map((values, i): SweepRow => {
      const generation = sweep.generations[i]!;
      const law = sweep.laws?.[reading]?.(at, generation) ?? null;
      if (Number.isNaN(law))
        throw new RangeError(
          `Cannot compare ${label} with its law: laws.${reading} must give a number or undefined, got NaN`,
        );
      const average = mean(values);
      const isHeavy = values.length >= 30 && saysLittle(values);
      const error = values.length > 1 ? standardError(values) : null;
      const interval = values.length < 6 ? undefined : medianInterval(values, { level: 0.95 });
      return {
        ...{ point: at, reading, generation, runs: values.length, mean: average, standardError: error },
        ...{ law, z: law === null || !error || isHeavy ? null : (average - law) / error, isHeavy },
        median: interval?.estimate ?? median(values),
        ...{ medianLow: interval?.low ?? null, medianHigh: interval?.high ?? null },
        least: values.reduce((low, value) => Math.min(low, value), Number.POSITIVE_INFINITY),
        greatest: values.reduce((high, value) => Math.max(high, value), Number.NEGATIVE_INFINITY),
      };
    }),
  );
}

/** Whether a sample of 30 or more, not all equal, is too skewed for a mean. */
function saysLittle(values: Float64Array): boolean {
  try {
    meanInterval(values, { level: 0.95 });
    return false;
  } catch (error) {
    if (error instanceof RangeError) return values.some((value) => value !== values[0]);
    throw error;
  }
}
