import { concatenate } from "../internal/concatenate.ts";
import { requireShare } from "../internal/requireShare.ts";
import type { Rng } from "../random/rng.ts";
import type { Regime, Step } from "./regime.ts";

/**
 * Fresh: each generation learns from new human data for a share of its items, and from the previous model's
 * writing for the rest. What counts for diversity is the number of new human items, not their share.
 *
 * @param options.share part of the items that is human, 0–1; `Math.round(share * size)` items per generation
 * @param options.source gives `count` new human items: `(count, rng) => batch`
 * @returns a regime for `loop`
 * @throws {RangeError} if share is outside [0, 1], or the source gives another number of items than asked
 * @see Alemohammad et al. (2024), "fresh data loop", arXiv:2307.01850 — chapter 10
 * @example fresh({ share: 0.1, source: (count) => new Float64Array(count) }).name // => "fresh 10 %"
 */
export function fresh<Base extends ArrayLike<unknown>>(options: {
  share: number;
  source: (count: number, rng: Rng) => Base;
}): Regime<Base> {
  const { share, source } = options;
  requireShare("add fresh data", "share", share);
  return {
    name: `fresh ${Number((share * 100).toPrecision(3))} %`,
    next<Batch extends Base>({ synthetic, size, rng }: Step<Batch>): Batch {
      const humans = Math.round(share * size);
      const human = source(humans, rng);
      if (human.length !== humans) {
        throw new RangeError(`Cannot add fresh data: source must give ${humans} items, got ${human.length}`);
      }
      return concatenate(human as Batch, synthetic(size - humans));
    },
  };
}
