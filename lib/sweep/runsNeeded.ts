import { standardError } from "../metrics/standardError.ts";
import { requireInteger } from "../require/requireInteger.ts";
import type { Grid, Sweep } from "./sweep.ts";
import type { Readings } from "./sweepRuns.ts";

/**
 * After how many runs a point of a sweep with `until` ends, if the runs so far say so. It looks at the first `every` runs,
 * then at twice as many, three times, and so on: the answer does not hang on how the runs were cut or who did them.
 *
 * @param sweep as `sweep` gives it
 * @param readings runs 0 … n − 1 of the point
 * @param looked how many runs were looked at before, which were too few; default 0
 * @returns how many of these runs the point has; undefined if it needs more than these
 * @throws {RangeError} if looked is no integer from 0
 * @see Chow, Robbins (1965), Annals of Mathematical Statistics 36:457–462, doi:10.1214/aoms/1177700156
 * @example
 * const flat = sweep({
 *   title: "flat", grid: { x: [1] }, seed: 1, runs: 100, generations: [0],
 *   until: { reading: "y", generation: 0, standardError: 0.1, every: 10 },
 *   run: (_point, { runs }) => ({ y: [new Float64Array(runs).fill(1)] }),
 * });
 * runsNeeded(flat, await sweepRuns(flat, sweepPoints(flat)[0], { firstRun: 0, runs: 40 })) // => 10
 */
export function runsNeeded<Axes extends Grid>(
  { runs, until, generations }: Sweep<Axes, string>,
  readings: Readings,
  looked = 0,
): number | undefined {
  requireInteger("end a point", "looked", looked);
  if (until === undefined) return undefined;
  const { reading, generation, standardError: wanted, every = 1000 } = until;
  const values = readings[reading]?.[generations.indexOf(generation)];
  if (values === undefined) return undefined;
  const last = Math.min(values.length, runs);
  for (let n = (Math.floor(looked / every) + 1) * every; n <= last; n += every)
    if (standardError(values.subarray(0, n)) <= wanted) return n;
  return undefined;
}
