import type { Rng } from "../random/rng.ts";
import { described } from "../require/described.ts";
import { requireFunction } from "../require/requireFunction.ts";
import { requireKnownOptions } from "../require/requireKnownOptions.ts";
import { concatenate, itemsAt, requireItems } from "./parts/items.ts";
import type { Writer } from "./writer.ts";

/** A verifier that turns away this many items in a row, for one that is asked for, will accept none. */
const patience = 10_000;

/**
 * Verified: the model writes, a verifier accepts or rejects each item, until `count` are accepted. A verifier that knows
 * more than the model brings knowledge in; one that is biased leads the loop to its own belief, not to the truth.
 *
 * @param options.accepts true for an item (a token, a row, a text of {@link documents}) that may go on; it may draw from
 *   its second argument, to err at random
 * @returns a writer for `loop`
 * @throws {RangeError} in the loop, if fewer than about 1 in 10 000 items is accepted
 * @throws {TypeError} if an option is unknown, or accepts gives anything but true or false
 * @see Feng et al. (2024), arXiv:2406.07515; Yi et al. (2025), arXiv:2510.16657 — chapter 14
 * @example
 * const model = unigram({ vocabularySize: 3 }).fit([0, 1, 2]);
 * verified({ accepts: (token) => token === 2 })(model, 3, seeded(1), 1) // => Uint32Array [2, 2, 2]
 */
export function verified<Item>(options: {
  accepts: (item: Item, rng: Rng) => boolean;
}): <Batch extends ArrayLike<Item>>(...written: Parameters<Writer<Item, object, Batch>>) => Batch {
  const action = "verify";
  requireKnownOptions(action, options, { accepts: true });
  const { accepts } = options;
  requireFunction(action, "accepts", accepts);
  const good = (item: Item, rng: Rng): boolean => {
    const verdict = accepts(item, rng);
    if (typeof verdict === "boolean") return verdict;
    throw new TypeError(`Cannot ${action}: accepts must give true or false, got ${described(verdict)}`);
  };
  return (model, count, rng) => {
    let kept = model.sample(0, rng);
    let seen = 0;
    while (kept.length < count) {
      const batch = requireItems(action, "sample", model.sample(count, rng), count);
      const places: number[] = [];
      for (let i = 0; i < count && kept.length + places.length < count; i += 1)
        if (good(batch[i]!, rng)) places.push(i);
      kept = concatenate(kept, itemsAt(action, batch, places));
      seen += count;
      if (kept.length < count && seen > patience * (kept.length + 1)) {
        throw new RangeError(
          `Cannot ${action}: accepts must let through at least 1 item in ${patience}, got ${kept.length} of ${seen}`,
        );
      }
    }
    return kept;
  };
}
