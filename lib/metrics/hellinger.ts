import { twoDistributions } from "./parts/twoDistributions.ts";

/**
 * Hellinger distance of two histograms, √(½ Σ (√p − √q)²). Lower is better.
 *
 * @param p probabilities or counts, shape (k); ≥ 0, not all 0
 * @param q the same for the other, shape (k)
 * @returns distance, 0 (equal) … 1 (nothing in common)
 * @throws {RangeError} if a weight is negative or not finite, all are 0, or lengths differ
 * @see Hellinger (1909), J. reine angew. Math. 136:210–271, doi:10.1515/crll.1909.136.210 — chapter 6
 * @example hellinger([1, 0], [0, 5]) // => 1
 */
export function hellinger(p: ArrayLike<number>, q: ArrayLike<number>): number {
  const [ps, qs] = twoDistributions("compute hellinger", p, q);
  let squares = 0;
  for (let i = 0; i < ps.length; i += 1) {
    const [x, y] = [ps[i]!, qs[i]!];
    // √x − √y, of which nothing cancels but x − y itself
    if (x !== y) squares += ((x - y) / (Math.sqrt(x) + Math.sqrt(y))) ** 2;
  }
  return Math.min(1, Math.sqrt(squares / 2));
}
