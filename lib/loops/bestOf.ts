import type { Rng } from "../random/rng.ts";
import { described } from "../require/described.ts";
import { requireFunction } from "../require/requireFunction.ts";
import { requireInteger } from "../require/requireInteger.ts";
import { requireKnownOptions } from "../require/requireKnownOptions.ts";
import { itemsAt, requireItems } from "./parts/items.ts";
import type { Writer } from "./writer.ts";

/**
 * Curated: for every item that goes on, the model writes K candidates and a reader keeps one of them, by the
 * Bradley–Terry choice rule
 *
 *   P(candidate i is kept) = e^r(xᵢ) / Σⱼ e^r(xⱼ)
 *
 * In a closed loop of endless data E[e^r] rises every generation and the variance of r tends to 0; with K → ∞ the next
 * law is pₜ₊₁ ∝ pₜ eʳ. For K = 2 and a reward of 0 or h, choice is a selection coefficient.
 *
 * @param options.candidates K, ≥ 1; 1 chooses nothing
 * @param options.reward r of one item (a token, a row, a text of {@link documents}), in units of log odds: an item with
 *   1 more is kept e times as often
 * @returns a writer for `loop`
 * @throws {RangeError} if candidates is not an integer ≥ 1, or a reward is not finite
 * @throws {TypeError} if an option is unknown, or a reward is no number
 * @see Ferbach et al. (2024), NeurIPS, arXiv:2407.09499 — chapter 14
 * @example
 * const model = unigram({ vocabularySize: 2 }).fit([0, 1]);
 * bestOf({ candidates: 50, reward: (token) => 100 * token })(model, 4, seeded(1), 1) // => Uint32Array [1, 1, 1, 1]
 */
export function bestOf<Item>(options: {
  candidates: number;
  reward: (item: Item) => number;
}): <Batch extends ArrayLike<Item>>(...written: Parameters<Writer<Item, object, Batch>>) => Batch {
  const action = "choose the best";
  requireKnownOptions(action, options, { candidates: true, reward: true });
  const { candidates, reward } = options;
  requireInteger(action, "candidates", candidates, 1);
  requireFunction(action, "reward", reward);
  return (model, count, rng) => {
    const written = requireItems(action, "sample", model.sample(count * candidates, rng), count * candidates);
    const kept = new Float64Array(count);
    const rewards = new Float64Array(candidates);
    for (let i = 0; i < count; i += 1) {
      for (let j = 0; j < candidates; j += 1) {
        const value = reward(written[i * candidates + j]!);
        if (typeof value !== "number")
          throw new TypeError(`Cannot ${action}: reward must give a number, got ${described(value)}`);
        if (!Number.isFinite(value))
          throw new RangeError(`Cannot ${action}: reward must be finite, got ${value}`);
        rewards[j] = value;
      }
      kept[i] = i * candidates + bradleyTerry(rewards, rng);
    }
    return itemsAt(action, written, kept);
  };
}

/** The place of one reward, with probability e^r / Σ e^r. */
function bradleyTerry(rewards: Float64Array, rng: Rng): number {
  let top = rewards[0]!;
  for (const r of rewards) if (r > top) top = r;
  let total = 0;
  for (const r of rewards) total += Math.exp(r - top);
  let rest = rng.next() * total;
  for (let j = 0; j < rewards.length; j += 1) {
    rest -= Math.exp(rewards[j]! - top);
    if (rest < 0) return j;
  }
  return rewards.indexOf(top); // rounding left a crumb over
}
