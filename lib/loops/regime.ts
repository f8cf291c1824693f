import type { Rng } from "../random/rng.ts";

/** What a regime may use to put together the training data of the next generation. */
export interface Step<Batch> {
  /** The generation whose training data is wanted, 1, 2, … */
  readonly generation: number;
  /** How many items are made per generation. */
  readonly size: number;
  /** The human data; null when the loop started from a known model. */
  readonly real: Batch | null;
  /** What the previous generation was trained on; null for a known model. */
  readonly previous: Batch | null;
  /** `count` new items written by the previous generation's model, through the loop's writer if it has one. */
  synthetic(count: number): Batch;
  /** A stream of the regime's own. */
  readonly rng: Rng;
  /** A regime's own memory within one loop: what it puts here it finds here in the next generation. At first null. */
  readonly memory: { pool: Batch | null };
}

/**
 * A rule for what the next generation learns from: one of the library's, such as `replace()`, or one of your own, an
 * object with a name and `next`. `Batch` is the kind of training data that it makes. A plain `Regime`, as `accumulate()`
 * gives, goes with every kind.
 *
 * @example
 * const sliding: Regime<Uint32Array> = {
 *   name: "half new",
 *   next({ synthetic, size, previous }) {
 *     const half = Math.floor(size / 2);
 *     return Uint32Array.of(...previous!.slice(half), ...synthetic(half));
 *   },
 * };
 * const family = unigram({ vocabularySize: 4 });
 * const turns = loop({ family, data: Uint32Array.of(0, 1, 2, 3), regime: sliding, generations: 1, rng: seeded(1) });
 * Array.from(turns)[1]!.data!.subarray(0, 2) // => Uint32Array [2, 3]
 */
export interface Regime<Batch extends ArrayLike<unknown> = never> {
  /** Lower case, as it stands in a sentence. */
  readonly name: string;
  /** True if training data is what `synthetic` gave and nothing else, and no earlier batch is looked at again. */
  readonly forgets?: boolean;
  /** The training data of generation `step.generation`. */
  next(step: Step<Batch>): Batch;
  /** How much each item of that training data counts, shape (size): for families that have `fitWeighted`. */
  weights?(generation: number, size: number): Float64Array;
}
