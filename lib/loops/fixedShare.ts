import { concatenate } from "../internal/concatenate.ts";
import { requireShare } from "../internal/requireShare.ts";
import type { Regime } from "./regime.ts";

/**
 * Fixed share: the same human items stay in every generation's training data; the rest is the previous model's
 * writing. What the kept items miss cannot come back, so this delays more than it cures.
 *
 * @param options.share part of the items that is human, 0–1; the first `Math.round(share * size)` of the real data
 * @returns a regime for `loop`; the loop needs real data
 * @throws {RangeError} if share is outside [0, 1], or the real data is too short for it
 * @see Alemohammad et al. (2024), "synthetic augmentation loop", arXiv:2307.01850 — chapter 10
 * @example fixedShare({ share: 0.25 }).name // => "fixed 25 %"
 */
export function fixedShare<Base extends ArrayLike<unknown> = ArrayLike<unknown>>({
  share,
}: {
  share: number;
}): Regime<Base> {
  requireShare("keep a fixed share", "share", share);
  return {
    name: `fixed ${Number((share * 100).toPrecision(3))} %`,
    next({ synthetic, size, real }) {
      const kept = Math.round(share * size);
      if (!real || real.length < kept) {
        throw new RangeError(
          `Cannot keep a fixed share: data must hold at least ${kept} items, got ${real?.length ?? 0}`,
        );
      }
      return concatenate(firstOf(real, kept), synthetic(size - kept));
    },
  };
}

function firstOf<Batch extends ArrayLike<unknown>>(batch: Batch, count: number): Batch {
  return (batch as unknown as { slice(from: number, to: number): Batch }).slice(0, count);
}
