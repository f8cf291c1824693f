import { concatenate } from "./parts/items.ts";
import type { Regime } from "./regime.ts";

/**
 * Accumulate: each generation learns from everything so far, the human data and all that models wrote since.
 * The training data grows by `size` per generation, so t generations cost of order t² · size steps. On sufficient
 * statistics (`gaussianMoments`, `multivariateGaussianMoments`, `unigramCounts`, `linearRegressionSums`) every generation
 * costs the same, and nothing grows.
 *
 * @returns a regime for `loop`
 * @see Gerstgrasser et al. (2024), arXiv:2404.01413 — chapter 9
 * @example accumulate().name // => "accumulate"
 */
export function accumulate<Batch extends ArrayLike<unknown> = never>(): Regime<Batch> {
  return {
    name: "accumulate",
    next: ({ synthetic, size, previous }) =>
      previous ? concatenate(previous, synthetic(size)) : synthetic(size),
  };
}
