import { concatenate } from "./parts/items.ts";
import type { Regime } from "./regime.ts";

/**
 * Augment: the whole human data set, always the same, and beside it `size` new items of the previous model.
 * With n human items the training data holds n + size. What the human set missed never comes back.
 *
 * {@link fixedShare} keeps the number of all items at `size` instead.
 *
 * @returns a regime for `loop`; the loop needs real data
 * @throws {RangeError} in the loop, if it has no real data
 * @see Alemohammad et al. (2024), "synthetic augmentation loop", arXiv:2307.01850; Bertrand et al. (2023),
 *   arXiv:2310.00429 — chapter 10
 * @example augment().name // => "augment"
 */
export function augment<Batch extends ArrayLike<unknown> = never>(): Regime<Batch> {
  return {
    name: "augment",
    next({ synthetic, size, real }) {
      if (!real)
        throw new RangeError("Cannot augment: data must hold at least 1 item, got a loop without data");
      return concatenate(real, synthetic(size));
    },
  };
}
