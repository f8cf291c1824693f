import { described } from "../require/described.ts";
import { requireInteger } from "../require/requireInteger.ts";
import { pointStream } from "./parts/pointStream.ts";
import type { Grid, Sweep } from "./sweep.ts";
import type { SweepPoint } from "./sweepPoints.ts";

/** The readings of some runs of a point: for each name and kept generation one number per run, in the order of the runs. */
export type Readings = Readonly<Record<string, readonly Float64Array[]>>;

/**
 * Some runs of one point of a sweep, here and now. Runs 0 … 99 and then 100 … 199 are the same as 200 at once.
 *
 * @param sweep as `sweep` gives it
 * @param point one of `sweepPoints`
 * @param range.firstRun the first run, from 0
 * @param range.runs how many, at least 1
 * @returns for each reading, sorted by name: an array over the sweep's generations of Float64Array, shape (runs)
 * @throws {RangeError} if a reading is not finite, lacks a generation, or has another number of runs
 * @throws {TypeError} if `run` gives no readings; and whatever `run` throws
 * @see manyLoops
 * @example
 * const dice = sweep({
 *   title: "dice", grid: { sides: [6, 20] }, seed: 3, runs: 100, generations: [0],
 *   run: ({ sides }, { runs, firstRun, rng }) => ({
 *     eye: [Float64Array.from({ length: runs }, (_, i) => 1 + Math.floor(rng.split(firstRun + i).next() * sides))],
 *   }),
 * });
 * const { eye } = await sweepRuns(dice, sweepPoints(dice)[0], { firstRun: 0, runs: 100 });
 * [eye[0].length, Math.max(...eye[0]) <= 6] // => [100, true]
 */
export async function sweepRuns<Axes extends Grid>(
  sweep: Sweep<Axes, string>,
  point: SweepPoint<Axes>,
  { firstRun, runs }: { readonly firstRun: number; readonly runs: number },
): Promise<Readings> {
  const action = `run ${point.label}`;
  requireInteger(action, "firstRun", firstRun);
  requireInteger(action, "runs", runs, 1);
  const given = await sweep.run(point.at, { firstRun, runs, rng: pointStream(sweep.seed, point) });
  const names = typeof given === "object" && given !== null ? Object.keys(given).sort() : [];
  if (names.length === 0)
    throw new TypeError(`Cannot ${action}: run must give an object of readings, got ${described(given)}`);
  const { until } = sweep;
  for (const [name, what] of [
    ...(until === undefined ? [] : [[until.reading, "until.reading"] as const]),
    ...Object.keys(sweep.laws ?? {}).map((law) => [law, "laws"] as const),
  ])
    if (!names.includes(name))
      throw new RangeError(
        `Cannot ${action}: ${what} must name a reading, of ${names.join(", ")}, got ${name}`,
      );
  return Object.fromEntries(
    names.map((name) => [
      name,
      sweep.generations.map((generation) =>
        readingOf(`${action}: ${name} of generation ${generation}`, given[name]?.[generation], runs),
      ),
    ]),
  );
}

/** One reading of some runs, a number each. */
function readingOf(action: string, given: ArrayLike<number> | undefined, runs: number): Float64Array {
  if (given?.length !== runs)
    throw new RangeError(
      `Cannot ${action} must hold ${runs} numbers, one per run, got ${given?.length ?? "none"}`,
    );
  const own = new Float64Array(runs);
  for (let i = 0; i < runs; i += 1) {
    const value = given[i];
    if (typeof value !== "number" || !Number.isFinite(value))
      throw new RangeError(`Cannot ${action} must hold finite numbers, got ${described(value)}`);
    own[i] = value;
  }
  return own;
}
