import { requireOptions } from "../require/requireOptions.ts";
import type { Distribution } from "./distribution.ts";
import { multinomialOf } from "./parts/multinomialOf.ts";

/**
 * The multinomial distribution: `trials` items fall into k categories, and what comes out is how many fell into each.
 *
 *   E[count_i] = trials · p_i          Cov[count_i, count_j] = −trials · p_i p_j          p = weights / Σ weights
 *
 * Exact. Categories that expect many items get theirs by one binomial draw each, given how many items and how much
 * weight are left; the remaining items fall into the rare categories one by one. So the cost hardly depends on `trials`.
 * {@link resample} draws the items themselves, by copying occurrences.
 *
 * @param options.trials how many items, an integer, 0 … 2³² − 1
 * @param options.weights weight of each category, shape (k); ≥ 0, not all 0; they need not sum to 1
 * @returns a function (rng) → a new array of counts, shape (k), with sum `trials`
 * @throws {RangeError} if trials is not an integer from 0 to 2³² − 1, a weight is negative or not finite, or all are 0
 * @see Davis (1993), Comput. Stat. Data Anal. 16(2):205–217, doi:10.1016/0167-9473(93)90115-A — chapter 3
 * @example multinomial({ trials: 7, weights: [0, 2, 0] })(seeded(1)) // => Uint32Array [0, 7, 0]
 */
export function multinomial(options: {
  trials: number;
  weights: ArrayLike<number>;
}): Distribution<Uint32Array> {
  const { trials, weights } = requireOptions("make a multinomial distribution", options);
  const copy = weights instanceof Uint32Array ? new Float64Array(weights) : Float64Array.from(weights);
  return multinomialOf(copy, trials);
}
