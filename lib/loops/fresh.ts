import type { Rng } from "../random/rng.ts";
import { requireFunction } from "../require/requireFunction.ts";
import { requireKnownOptions } from "../require/requireKnownOptions.ts";
import { type HumanItems, humansName, humansOf, requireHumanItems } from "./parts/humanItems.ts";
import { concatenate, requireItems } from "./parts/items.ts";
import type { Regime } from "./regime.ts";

/** Where new human items come from. A world that moves looks at the generation; a still one need not. */
export type HumanSource<Batch> = (count: number, rng: Rng, generation: number) => Batch;

/**
 * Fresh: each generation learns from new human data for a part of its items, and from the previous model's
 * writing for the rest. What counts for diversity is the number of new human items, not their share.
 *
 * Give one of `share`, `count` and `chance`; each may be a schedule, `(generation) => number`.
 *
 * @param options.share part of the items that is human, 0–1; `Math.round(share * size)` items per generation
 * @param options.count how many of the `size` items are human: n_r of n_r + n_s
 * @param options.chance chance of each item to be human, 0–1, independently: the migration rate of genetics
 * @param options.source gives `count` new human items: `(count, rng, generation) => batch`
 * @returns a regime for `loop`
 * @throws {RangeError} if share or chance is outside [0, 1], count is not an integer from 0 to size, or the source gives
 *   another number of items than asked
 * @throws {TypeError} unless exactly one of share, count and chance is given, or if an option is unknown
 * @see Alemohammad et al. (2024), "fresh data loop", arXiv:2307.01850 — chapters 5, 10, 12
 * @example fresh({ share: 0.1, source: (count) => new Float64Array(count) }).name // => "fresh 10 %"
 * @example fresh({ count: 100, source: (count) => new Float64Array(count) }).name // => "fresh 100 per generation"
 */
export function fresh<Batch extends ArrayLike<unknown>>(
  options: HumanItems & { source: HumanSource<Batch> },
): Regime<Batch> {
  const action = "add fresh data";
  requireKnownOptions(action, options, { share: true, count: true, chance: true, source: true });
  const { source, ...humanItems } = options;
  requireFunction(action, "source", source);
  requireHumanItems(action, humanItems);
  return {
    name: `fresh ${humansName(humanItems)}`,
    next({ synthetic, ...step }) {
      const humans = humansOf(action, humanItems, step);
      const human = requireItems(action, "source", source(humans, step.rng, step.generation), humans);
      return concatenate(human, synthetic(step.size - humans));
    },
  };
}
