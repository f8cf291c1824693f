import { twoDistributions } from "./parts/twoDistributions.ts";

/**
 * Total variation distance of two histograms, ½ Σ |p − q|.
 *
 * Read it as the greatest difference in probability that any event can have. It bounds what a detector of
 * synthetic text can do. Lower is better.
 *
 * @param p probabilities or counts, shape (k); ≥ 0, not all 0
 * @param q the same for the other, shape (k)
 * @returns distance, 0 (equal) … 1 (nothing in common)
 * @throws {RangeError} if a weight is negative or not finite, all are 0, or lengths differ
 * @see Levin, Peres, Wilmer (2009), Markov Chains and Mixing Times, §4.1 — chapters 6 and 16
 * @example totalVariation([1, 1], [1, 3]) // => 0.25
 */
export function totalVariation(p: ArrayLike<number>, q: ArrayLike<number>): number {
  const [ps, qs] = twoDistributions("compute totalVariation", p, q);
  let twice = 0;
  for (let i = 0; i < ps.length; i += 1) twice += Math.abs(ps[i]! - qs[i]!);
  return Math.min(1, twice / 2);
}
