import { requireKnownOptions } from "../require/requireKnownOptions.ts";
import { fresh, type HumanSource } from "./fresh.ts";
import { humansName, humansOf } from "./parts/humanItems.ts";
import { requireScheduledShare, scheduledShare, shareName } from "./parts/scheduled.ts";
import type { Regime } from "./regime.ts";
import type { Schedule } from "./schedule.ts";

/**
 * Weighted: n new human items and m items of the previous model, of which the human ones count `weight` in all and the
 * others 1 − weight, however many there are of each. An item's own weight is then
 *
 *   weight · (n + m) / n   if it is human          (1 − weight) · (n + m) / m   if a model wrote it
 *
 * so all weights sum to n + m, and weight = n / (n + m) is plain pooling: `fresh`. For the estimate of a mean, weight =
 * (√(k² + 4k) − k) / 2 with k = n / m is best: at n = m the golden ratio, 0.618 instead of 0.5.
 *
 * @param options.weight of all human items together, 0–1, a number or a schedule
 * @param options.share part of the items that is human, 0–1, or
 * @param options.count how many of the `size` items are human; one of the two, a number or a schedule
 * @param options.source gives `count` new human items: `(count, rng, generation) => batch`
 * @returns a regime for `loop`; the family needs `fitWeighted`
 * @throws {RangeError} if weight or share is outside [0, 1], count is not an integer from 0 to size, all the weight lies
 *   on items that are not there, or the source gives another number of items than asked
 * @throws {TypeError} unless exactly one of share and count is given, or if an option is unknown
 * @see He, Xu, Cheng (2025), arXiv:2502.18049 — chapters 11, 12
 * @example weighted({ weight: 0.618, share: 0.5, source: (count) => new Float64Array(count) }).weights(1, 4)
 * // => Float64Array [1.236, 1.236, 0.764, 0.764]
 */
export function weighted<Batch extends ArrayLike<unknown>>(options: {
  weight: Schedule;
  share?: Schedule;
  count?: Schedule;
  source: HumanSource<Batch>;
}): Regime<Batch> & Required<Pick<Regime<Batch>, "weights">> {
  const action = "weigh items";
  requireKnownOptions(action, options, { weight: true, share: true, count: true, source: true });
  const { weight, ...humanItems } = options;
  requireScheduledShare(action, "weight", weight);
  return {
    ...fresh(humanItems),
    name: `fresh ${humansName(humanItems)}, weighted ${shareName(weight)}`,
    weights(generation, size) {
      const human = scheduledShare(action, "weight", weight, generation);
      const n = humansOf(action, humanItems, { generation, size });
      if ((human > 0 && n === 0) || (human < 1 && n === size)) {
        throw new RangeError(
          `Cannot ${action}: weight must be ${n === 0 ? 0 : 1} where ${n} of ${size} items are human, got ${human}`,
        );
      }
      const weights = new Float64Array(size);
      weights.fill((human * size) / n, 0, n);
      weights.fill(((1 - human) * size) / (size - n), n);
      return weights;
    },
  };
}
