import type { Fitted } from "../models/model.ts";
import type { Rng } from "../random/rng.ts";

/**
 * How a model's writing reaches the next generation: `count` items, from the model as it is or chosen, filtered,
 * sharpened on the way. Without a writer a loop takes `model.sample(count, rng)`. Any regime goes with any writer.
 *
 * `generation` is the one that will learn from the items: 1, 2, …
 */
export type Writer<Item, Parameters = object, Batch extends ArrayLike<Item> = ArrayLike<Item>> = (
  model: Fitted<Item, Parameters, Batch>,
  count: number,
  rng: Rng,
  generation: number,
) => Batch;
