import type { Family, Fitted } from "../models/model.ts";
import type { Rng } from "../random/rng.ts";
import { requireKnownOptions } from "../require/requireKnownOptions.ts";
import { turns } from "./parts/turns.ts";
import type { WithFamily } from "./parts/withFamily.ts";
import type { Regime } from "./regime.ts";
import type { Schedule } from "./schedule.ts";
import type { Writer } from "./writer.ts";

/** One turn of the loop: a model, and what it learned from. */
export interface Generation<Item, Parameters, Batch extends ArrayLike<Item>> {
  /** 0 is the model fitted on real data (or known); t is t refits later. */
  readonly generation: number;
  readonly model: Fitted<Item, Parameters, Batch>;
  /** What the model was trained on; null at generation 0 of a loop that started from a known model. */
  readonly data: Batch | null;
}

/** What a loop needs. Give `data` (human data, to be fitted) or `start` (a model known without data), not both. */
export interface LoopOptions<Item, Parameters, Batch extends ArrayLike<Item>> {
  family: Family<Item, Parameters, Batch>;
  /** Human data, shape (n). */
  data?: NoInfer<Batch>;
  /** A known model as generation 0, such as `gaussian({ ddof: 1 }).known({ mean: 0, sd: 1 })`. */
  start?: Fitted<Item, Parameters, NoInfer<Batch>>;
  /** What each later generation learns from. */
  regime: Regime<NoInfer<Batch>>;
  /** The last generation; the loop yields generations 0 … generations. */
  generations: number;
  /** Items made per generation, one number or a schedule. Default: the length of `data`. */
  size?: Schedule;
  /** How the models' writing reaches the regime, such as `samplingBias({ lambda: 0.9 })`. Default: `model.sample`. */
  write?: Writer<Item, Parameters, NoInfer<Batch>>;
  rng: Rng;
}

/** The names of a loop's options. */
const loopOptions: Record<keyof LoopOptions<never, never, never>, true> = {
  ...{ family: true, data: true, start: true, regime: true, generations: true, size: true },
  ...{ write: true, rng: true },
};

/**
 * The loop that the course is about: fit a model, let it write, put together the next training data, fit again.
 * Generations come one at a time, when asked for.
 *
 *   generation 0:  the model fitted on `data`, or `start`
 *   generation t:  the model fitted on what `regime` makes of generation t − 1
 *
 * Draws are taken from `rng` as generations are asked for: a longer loop begins with the same generations.
 *
 * @param options family, data or start, regime, generations, size, write, rng; see {@link LoopOptions}
 * @returns a generator of generations 0 … generations; {@link Generation}
 * @throws {RangeError} if generations or size is not an integer (≥ 0, ≥ 1)
 * @throws {TypeError} unless exactly one of data and start is given; if size is missing without data; if the regime
 *   weighs items and the family cannot; if an option is unknown or not of its kind; in the loop, if a function of yours
 *   gives something else than it should
 * @see Shumailov et al. (2024), Nature 631:755–759, doi:10.1038/s41586-024-07566-y — chapter 1
 * @example
 * const family = gaussian({ ddof: 1 });
 * const turns = loop({ family, data: Float64Array.of(1, 2, 3), regime: replace(), generations: 2, rng: seeded(1) });
 * Array.from(turns, (turn) => turn.generation) // => [0, 1, 2]
 */
export function loop<Item, Parameters, Batch extends ArrayLike<Item>>(
  options: WithFamily<Item, Parameters, Batch> & LoopOptions<Item, Parameters, Batch>,
): Generator<Generation<Item, Parameters, Batch>, void, undefined> {
  requireKnownOptions("start a loop", options, loopOptions);
  return turns(options, false);
}
