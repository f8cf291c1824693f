import type { Rng } from "../random/rng.ts";
import { described } from "../require/described.ts";
import { requireFiniteNumber } from "../require/requireFiniteNumber.ts";
import { requireFunction } from "../require/requireFunction.ts";
import { requireInteger } from "../require/requireInteger.ts";
import { requireKnownOptions } from "../require/requireKnownOptions.ts";

/** A place on an axis of a grid. */
export type GridValue = number | string | boolean;

/** The axes of a sweep, each with its places, in the order in which they are told. */
export type Grid = Readonly<Record<string, readonly GridValue[]>>;

/** One point of a grid: a place on each axis. */
export type PointOf<Axes extends Grid> = { readonly [Axis in keyof Axes]: Axes[Axis][number] };

/** Which runs of a point are wanted: what `manyLoops` takes under these names. */
export interface RunRange {
  readonly runs: number;
  readonly firstRun: number;
  /** The point's own stream: run r draws from `rng.split(r)`. */
  readonly rng: Rng;
}

/** Ends a point early: as soon as the mean of a reading is known well enough. */
export interface Until<Name extends string> {
  readonly reading: Name;
  /** One of the sweep's generations. */
  readonly generation: number;
  /** In the reading's unit, above 0. */
  readonly standardError: number;
  /** After how many runs each time one looks; default 1000. The point ends at a multiple of it, or at `runs`. */
  readonly every?: number;
}

/** See {@link sweep}. */
export interface SweepOptions<Axes extends Grid, Name extends string> {
  /** What it shows, in a line. */
  readonly title: string;
  readonly grid: Axes;
  /** Integer from 0; the numbers of each point come from it and the point alone. */
  readonly seed: number;
  /** How many runs of each point; with `until`, at most. */
  readonly runs: number;
  readonly until?: Until<NoInfer<Name>>;
  /** The generations that are kept, rising: indices into what `run` gives. */
  readonly generations: readonly number[];
  /** The runs of one point: for each reading an array over generations of one number per run, as `manyLoops` gives. */
  run(
    point: PointOf<Axes>,
    range: RunRange,
  ):
    | Readonly<Record<Name, readonly ArrayLike<number>[]>>
    | Promise<Readonly<Record<Name, readonly ArrayLike<number>[]>>>;
  /** What a theory says of the mean of a reading, where it says something. */
  readonly laws?: Readonly<
    Partial<Record<NoInfer<Name>, (point: PointOf<Axes>, generation: number) => number | undefined>>
  >;
  /** Where two phases of a reading meet: a map of it has two colours. */
  readonly middle?: Readonly<Partial<Record<NoInfer<Name>, number>>>;
}

/** A sweep that was checked. */
export interface Sweep<Axes extends Grid = Grid, Name extends string = string>
  extends SweepOptions<Axes, Name> {
  readonly kind: "genloss-sweep";
}

const known: Readonly<Record<keyof SweepOptions<Grid, string>, true>> = {
  ...{
    title: true,
    grid: true,
    seed: true,
    runs: true,
    until: true,
    generations: true,
    run: true,
    laws: true,
  },
  middle: true,
};
const knownUntil: Readonly<Record<keyof Until<string>, true>> = {
  ...{ reading: true, generation: true, standardError: true, every: true },
};
const most = { points: 100_000 };

/**
 * A grid of experiments as a value: what is varied, what is run at each point, what is read, and what a law says. It runs
 * nothing by itself. `genloss sweep FILE.ts` runs the one that a file exports, on all cores or on many
 * machines; `sweepRuns` runs a part of it here.
 *
 * A file travels to other threads and machines by its name, so that `run` may use whatever the file imports. What it may
 * not use is anything that changes: a run's numbers are those of its point, its number and the seed, wherever it runs.
 *
 * @param options see {@link SweepOptions}
 * @returns the same, checked and frozen
 * @throws {RangeError} if the grid is empty, has an empty axis, a place twice or more than 100 000 points, a number is out
 *   of range, or generations do not rise
 * @throws {TypeError} if an option is missing, misspelt, or of another kind
 * @see chapters 9, 10
 * @example
 * const spread = sweep({
 *   title: "How fast a Gaussian narrows",
 *   grid: { size: [10, 100] }, seed: 1, runs: 50, generations: [10],
 *   run({ size }, range) {
 *     const family = gaussianMoments({ ddof: 1 });
 *     return manyLoops({
 *       family, start: family.known({ mean: 0, sd: 1 }), regime: replace(), generations: 10, size,
 *       read: { variance: ({ model }) => model.parameters.sd ** 2 }, ...range,
 *     });
 *   },
 *   laws: { variance: () => 1 },
 * });
 * sweepPoints(spread).length // => 2
 */
export function sweep<const Axes extends Grid, Name extends string>(
  options: SweepOptions<Axes, Name>,
): Sweep<Axes, Name> {
  const action = "make a sweep";
  requireKnownOptions(action, options, known);
  const { title, grid, seed, runs, until, generations, run, laws, middle } = options;
  if (typeof title !== "string" || title.trim() === "")
    throw new TypeError(`Cannot ${action}: title must be a line of text, got ${described(title)}`);
  requireGrid(action, grid);
  requireInteger(action, "seed", seed);
  requireInteger(action, "runs", runs, 1);
  requireFunction(action, "run", run);
  if (!Array.isArray(generations) || generations.length === 0)
    throw new TypeError(
      `Cannot ${action}: generations must be an array of at least one, got ${described(generations)}`,
    );
  for (const [i, generation] of generations.entries()) {
    requireInteger(action, `generations[${i}]`, generation);
    if (i > 0 && generation <= generations[i - 1]!)
      throw new RangeError(
        `Cannot ${action}: generations must rise, got ${generation} after ${generations[i - 1]}`,
      );
  }
  if (until !== undefined) requireUntil(action, until, generations);
  if (laws !== undefined) {
    if (typeof laws !== "object" || laws === null)
      throw new TypeError(`Cannot ${action}: laws must be an object of functions, got ${described(laws)}`);
    for (const [name, law] of Object.entries(laws)) requireFunction(action, `laws.${name}`, law);
  }
  if (middle !== undefined) {
    if (typeof middle !== "object" || middle === null)
      throw new TypeError(`Cannot ${action}: middle must be an object of numbers, got ${described(middle)}`);
    for (const [name, value] of Object.entries(middle))
      requireFiniteNumber(action, `middle.${name}`, value as number);
  }
  return Object.freeze({ ...options, kind: "genloss-sweep" as const });
}

function requireGrid(action: string, grid: Grid): void {
  if (typeof grid !== "object" || grid === null || Object.keys(grid).length === 0)
    throw new TypeError(
      `Cannot ${action}: grid must be an object with at least one axis, got ${described(grid)}`,
    );
  let points = 1;
  for (const [axis, values] of Object.entries(grid)) {
    if (!Array.isArray(values) || values.length === 0)
      throw new TypeError(
        `Cannot ${action}: grid.${axis} must be an array of at least one value, got ${described(values)}`,
      );
    for (const value of values) requireGridValue(action, axis, value);
    const twice = values.find((value, i) => values.indexOf(value) !== i);
    if (twice !== undefined)
      throw new RangeError(`Cannot ${action}: grid.${axis} must hold each value once, got ${twice} twice`);
    points *= values.length;
  }
  if (points > most.points)
    throw new RangeError(`Cannot ${action}: grid must have at most ${most.points} points, got ${points}`);
}

function requireGridValue(action: string, axis: string, value: unknown): void {
  if (typeof value === "number") requireFiniteNumber(action, `each of grid.${axis}`, value);
  else if (typeof value !== "string" && typeof value !== "boolean")
    throw new TypeError(
      `Cannot ${action}: each of grid.${axis} must be a number, a text or a boolean, got ${described(value)}`,
    );
}

function requireUntil(action: string, until: Until<string>, generations: readonly number[]): void {
  requireKnownOptions(action, until, knownUntil, "until");
  const { reading, generation, standardError, every = 1000 } = until;
  if (typeof reading !== "string")
    throw new TypeError(`Cannot ${action}: until.reading must name a reading, got ${described(reading)}`);
  if (!generations.includes(generation))
    throw new RangeError(
      `Cannot ${action}: until.generation must be one of ${generations.join(", ")}, got ${generation}`,
    );
  if (!(standardError > 0 && standardError < Number.POSITIVE_INFINITY))
    throw new RangeError(
      `Cannot ${action}: until.standardError must be a finite number above 0, got ${standardError}`,
    );
  requireInteger(action, "until.every", every, 2);
}
