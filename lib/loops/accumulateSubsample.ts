import { grown } from "./parts/growingPool.ts";
import { itemsAt } from "./parts/items.ts";
import { placesWithoutReplacement } from "./parts/placesWithoutReplacement.ts";
import type { Regime } from "./regime.ts";

/**
 * Accumulate, then subsample: everything ever written goes into a pool, and each generation learns from `size` items
 * of it, drawn without replacement: the pool grows, the work per generation does not. It lies between `replace` and
 * `accumulate`.
 *
 * @returns a regime for `loop`
 * @throws {TypeError} in the loop, if its batches hold no items to draw from, as sufficient statistics do not
 * @see Kazdan, Schaeffer et al. (2024), arXiv:2410.16713 — chapter 9
 * @example accumulateSubsample().name // => "accumulate and subsample"
 */
export function accumulateSubsample<Batch extends ArrayLike<unknown> = never>(): Regime<Batch> {
  return {
    name: "accumulate and subsample",
    next({ synthetic, size, real, rng, memory }) {
      const before = memory.pool ?? real;
      const pool = before ? grown(before, synthetic(size)) : synthetic(size);
      memory.pool = pool;
      return itemsAt("subsample", pool, placesWithoutReplacement(pool.length, size, rng));
    },
  };
}
