import { concatenate } from "../internal/concatenate.ts";
import { itemsAt } from "../internal/itemsAt.ts";
import type { Writer } from "./writer.ts";

/** A verifier that turns away this many items in a row, for one that is asked for, will accept none. */
const patience = 10_000;

/**
 * Verified: the model writes, a verifier accepts or rejects each item, until `count` are accepted. A verifier that knows
 * more than the model brings knowledge in; one that is biased leads the loop to its own belief, not to the truth.
 *
 * @param options.accepts true for an item that may go on; it may draw from its second argument, to err at random
 * @returns a writer for `loop`
 * @throws {RangeError} in the loop, if fewer than about 1 in 10 000 items is accepted
 * @see Feng et al. (2024), arXiv:2406.07515; Yi et al. (2025), arXiv:2510.16657 — chapter 14
 * @example
 * const model = unigram({ vocabularySize: 3 }).fit([0, 1, 2]);
 * verified({ accepts: (token) => token === 2 })(model, 3, seeded(1), 1) // => Uint32Array [2, 2, 2]
 */
export function verified<Item>({
  accepts,
}: {
  accepts: (item: Item, rng: Parameters<Writer<Item>>[2]) => boolean;
}): <Batch extends ArrayLike<Item>>(...written: Parameters<Writer<Item, object, Batch>>) => Batch {
  return (model, count, rng) => {
    let good = model.sample(0, rng);
    let seen = 0;
    while (good.length < count) {
      const batch = model.sample(count, rng);
      const places: number[] = [];
      for (let i = 0; i < count && good.length + places.length < count; i += 1)
        if (accepts(batch[i]!, rng)) places.push(i);
      good = concatenate(good, itemsAt("verify", batch, places));
      seen += count;
      if (good.length < count && seen > patience * (good.length + 1)) {
        throw new RangeError(
          `Cannot verify: accepts must let through at least 1 item in ${patience}, got ${good.length} of ${seen}`,
        );
      }
    }
    return good;
  };
}
