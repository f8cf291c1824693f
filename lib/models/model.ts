import type { Rng } from "../random/rng.ts";

/**
 * The contract of every model in the course. A family is a kind of model ("Gaussian", "unigram"); fitting it to data
 * gives one fitted model, which can write new data. Whatever keeps this contract can enter a `loop`.
 *
 * - `Item`: one observation (a number, a token id)
 * - `Parameters`: what the fit found, plain and frozen
 * - `Batch`: an array of observations; typed arrays wherever speed matters
 */
export interface Family<Item, Parameters = object, Batch extends ArrayLike<Item> = ArrayLike<Item>> {
  /** Lower case, as it stands in a sentence. */
  readonly name: string;
  /** True if learning itself draws numbers (first weights, order of batches): `fit` then needs its second argument. */
  readonly fitDraws?: boolean;
  /** Learns from data, shape (n). The data is neither changed nor kept. */
  fit(data: ArrayLike<Item>, rng?: Rng): Fitted<Item, Parameters, Batch>;
  /** Learns as if item i stood weights[i] times in the data; shape (n), ≥ 0, not all 0. All ones: the same as `fit`. */
  fitWeighted?(data: ArrayLike<Item>, weights: ArrayLike<number>): Fitted<Item, Parameters, Batch>;
}

/** A model that has learned: fixed parameters, and as many draws as wanted. */
export interface Fitted<Item, Parameters = object, Batch extends ArrayLike<Item> = ArrayLike<Item>> {
  readonly parameters: Parameters;
  /** `count` new independent items. The same stream gives the same items. */
  sample(count: number, rng: Rng): Batch;
  /** Fills a batch with what `sample(batch.length, rng)` would give, and returns it: for loops that reuse their arrays. */
  sampleInto?(batch: Batch, rng: Rng): Batch;
  /** Natural logarithm of the probability (or density) of one item; −∞ where the model rules it out. */
  logProb?(item: Item): number;
}
