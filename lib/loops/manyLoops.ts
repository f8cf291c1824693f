import { requireInteger } from "../internal/requireInteger.ts";
import { turns } from "../internal/turns.ts";
import type { Rng } from "../random/rng.ts";
import type { Generation, LoopOptions } from "./loop.ts";
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

/**
 * Many independent loops, and a few numbers from each of their generations. Run r draws from `rng.split(r)`, so it is
 * the same run however many there are: long work can be cut into ranges with `firstRun`, done on several machines, or
 * taken up again where it stopped.
 *
 * Read `result.variance[50]` as "the variance in generation 50, one value per run"; `mean(result.variance[50])`
 * with `standardError(result.variance[50])` is then an estimate with its uncertainty.
 *
 * @param options those of `loop`, with `runs` and `read`: one function per number wanted
 * @returns for each name in `read`: an array over generations 0 … generations of Float64Array, shape (runs)
 * @throws {RangeError} if runs is not an integer ≥ 1 or firstRun not an integer ≥ 0, and as `loop` throws
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
  options: ManyLoopsOptions<Item, Parameters, Batch, Name>,
): Record<Name, Float64Array[]> {
  const { runs, firstRun = 0, onRun, read, data, regime, rng, ...rest } = options;
  requireInteger("run many loops", "runs", runs, 1);
  requireInteger("run many loops", "firstRun", firstRun);
  requireInteger("run many loops", "generations", options.generations);
  const names = Object.keys(read) as Name[];
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
      for (const name of names) result[name][turn.generation]![i] = read[name](turn, run);
    }
    onRun?.(i + 1, runs);
  }
  return result;
}
