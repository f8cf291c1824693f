import { requireKnownOptions } from "../require/requireKnownOptions.ts";
import { concatenate, itemsAt } from "./parts/items.ts";
import { requireScheduledShare, scheduledShare, shareName } from "./parts/scheduled.ts";
import type { Regime } from "./regime.ts";
import type { Schedule } from "./schedule.ts";

/**
 * Fixed share: the same human items stay in every generation's training data; the rest is the previous model's
 * writing. What the kept items miss cannot come back, so this delays more than it cures.
 *
 * @param options.share part of the items that is human, 0–1, a number or a schedule; the first `Math.round(share * size)`
 *   of the real data
 * @returns a regime for `loop`; the loop needs real data
 * @throws {RangeError} if share is outside [0, 1], or the real data is too short for it
 * @throws {TypeError} if an option is unknown
 * @see Alemohammad et al. (2024), "synthetic augmentation loop", arXiv:2307.01850 — chapter 10
 * @example fixedShare({ share: 0.25 }).name // => "fixed 25 %"
 */
export function fixedShare<Batch extends ArrayLike<unknown> = never>(options: {
  share: Schedule;
}): Regime<Batch> {
  const action = "keep a fixed share";
  requireKnownOptions(action, options, { share: true });
  const { share } = options;
  requireScheduledShare(action, "share", share);
  return {
    name: `fixed ${shareName(share)}`,
    next({ generation, synthetic, size, real }) {
      const kept = Math.round(scheduledShare(action, "share", share, generation) * size);
      if (!real || real.length < kept) {
        throw new RangeError(
          `Cannot ${action}: data must hold at least ${kept} items, got ${real?.length ?? 0}`,
        );
      }
      const places = Uint32Array.from({ length: kept }, (_, place) => place);
      return concatenate(itemsAt(action, real, places), synthetic(size - kept));
    },
  };
}
