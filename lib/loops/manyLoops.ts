import { requireRng } from "../random/parts/requireRng.ts";
import type { Rng } from "../random/rng.ts";
import { described } from "../require/described.ts";
import { requireFunction } from "../require/requireFunction.ts";
import { requireInteger } from "../require/requireInteger.ts";
import { requireKnownOptions } from "../require/requireKnownOptions.ts";
import type { Generation, LoopOptions } from "./loop.ts";
import { turns } from "./parts/turns.ts";
import type { WithFamily } from "./parts/withFamily.ts";
import type { Regime } from "./regime.ts";

/**
 * A number read off one generation of run number `run`. The turn's data is good during the call: a regime that forgets
 * writes over it.
 */
export type Reading<Item, Parameters, Batch extends ArrayLike<Item>> = (
  turn: Generation<Item, Parameters, Batch>,
  run: number,
) => number;

/** What `manyLoops` needs beyond a loop's own options. */
export interface ManyLoopsOptions<Item, Parameters, Batch extends ArrayLike<Item>, Name extends string>
  extends Omit<LoopOptions<Item, Parameters, Batch>, "data" | "regime"> {
  /** Human data for every loop, or a function that draws each loop its own. */
  data?: NoInfer<Batch> | ((rng: Rng) => NoInfer<Batch>);
  /** The regime of every loop, or a function that makes run number `run` its own, in a world of its own. */
  regime: Regime<NoInfer<Batch>> | ((run: number) => Regime<NoInfer<Batch>>);
  /** How many independent loops. */
  runs: number;
  /** Number of the first of them; default 0. Runs 0 … 99 now and 100 … 199 later are the same as 200 at once. */
  firstRun?: number;
  /** Called after each run with how many are done: to show progress, or to stop by throwing. */
  onRun?: (done: number, runs: number) => void;
  /** What to note down of each generation. */
  read: Readonly<Record<Name, Reading<Item, Parameters, Batch>>>;
}

/** What the names in the result are inferred from; see {@link WithFamily}. */
interface WithReadings<Item, Parameters, Batch extends ArrayLike<Item>, Name extends string> {
  read: Readonly<Record<Name, Reading<Item, Parameters, Batch>>>;
}

/** The names of its options. */
const manyLoopsOptions: Record<keyof ManyLoopsOptions<never, never, never, never>, true> = {
  ...{ family: true, data: true, start: true, regime: true, generations: true, size: true },
  ...{ runs: true, firstRun: true, onRun: true, read: true, write: true, rng: true },
};

/**
 * Many independent loops, and a few numbers from each of their generations. Run r draws from `rng.split(r)`, so it is
 * the same run however many there are: long work can be cut into ranges with `firstRun`, done on several machines, or
 * taken up again where it stopped.
 *
 * Read `result.variance[50]` as "the variance in generation 50, one value per run". What to say of such runs:
 *
 *   `medianInterval(result.variance[50], { level: 0.95 })`    a typical run; holds its level for every law
 *   `meanInterval(result.variance[50], { level: 0.95 })`    their mean; refused where the runs have a heavy tail
 *
 * A mean ± its standard error does not hold for what falls or grows by products, as the variance of a collapsing Gaussian
 * does: its mean is made by a few runs in a million. With M = 10 and 120 runs at generation 60 it mostly lies far below the
 * law, 1. It does hold for logarithms and for shares.
 *
 * @param options those of `loop`, with `runs` and `read`: one function per number wanted
 * @returns for each name in `read`: an array over generations 0 … generations of Float64Array, shape (runs)
 * @throws {RangeError} if runs is not an integer ≥ 1 or firstRun not an integer ≥ 0, a reading is NaN, and as `loop` throws
 * @throws {TypeError} if read is missing, a reading is no number, and as `loop` throws
 * @see loop
 * @example
 * const family = gaussian({ ddof: 1 });
 * const { sd } = manyLoops({
 *   family, start: family.known({ mean: 0, sd: 1 }), regime: replace(), generations: 5, size: 10, runs: 3,
 *   rng: seeded(1), read: { sd: (turn) => turn.model.parameters.sd },
 * });
 * [sd.length, sd[0]] // => [6, Float64Array [1, 1, 1]]
 */
export function manyLoops<Item, Parameters, Batch extends ArrayLike<Item>, Name extends string>(
  options: WithFamily<Item, Parameters, Batch> &
    WithReadings<Item, Parameters, Batch, Name> &
    ManyLoopsOptions<Item, Parameters, Batch, Name>,
): Record<Name, Float64Array[]> {
  const action = "run many loops";
  requireKnownOptions(action, options, manyLoopsOptions);
  const { runs, firstRun = 0, onRun, read, data, regime, rng, ...rest } = options;
  requireInteger(action, "runs", runs, 1);
  requireInteger(action, "firstRun", firstRun);
  requireInteger(action, "generations", options.generations);
  requireRng(action, rng);
  if (onRun !== undefined) requireFunction(action, "onRun", onRun);
  if (typeof read !== "object" || read === null)
    throw new TypeError(`Cannot ${action}: read must be an object of functions, got ${described(read)}`);
  const names = Object.keys(read) as Name[];
  for (const name of names) requireFunction(action, `read.${name}`, read[name]);
  const result = Object.fromEntries(
    names.map((name) => [
      name,
      Array.from({ length: options.generations + 1 }, () => new Float64Array(runs)),
    ]),
  ) as Record<Name, Float64Array[]>;

  for (let i = 0; i < runs; i += 1) {
    const run = firstRun + i;
    const stream = rng.split(run);
    const own = {
      regime: typeof regime === "function" ? regime(run) : regime,
      ...(data && { data: typeof data === "function" ? data(stream.split("data")) : data }),
    };
    for (const turn of turns({ ...rest, ...own, rng: stream }, true)) {
      for (const name of names)
        result[name][turn.generation]![i] = readNumber(name, read[name](turn, run), turn.generation, run);
    }
    onRun?.(i + 1, runs);
  }
  return result;
}

/** What a reading gave, if it is a number: an array of numbers would take anything else as NaN. */
function readNumber(name: string, value: number, generation: number, run: number): number {
  if (typeof value === "number" && !Number.isNaN(value)) return value;
  const error = typeof value === "number" ? RangeError : TypeError;
  throw new error(
    `Cannot read generation ${generation} of run ${run}: read.${name} must give a number, got ${described(value)}`,
  );
}
