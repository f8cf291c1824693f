import { deviance } from "../numerics/saddlePoint.ts";
import { requireOptions } from "../require/requireOptions.ts";
import { requireBase } from "./parts/requireBase.ts";
import { twoDistributions } from "./parts/twoDistributions.ts";

/**
 * Kullback–Leibler divergence of one histogram from another, KL(P‖Q) = Σ p log(p / q).
 *
 * Read it as what it costs, per draw of P, to believe in Q. It is not symmetric: what P has and Q has lost
 * is infinitely dear, what Q adds is cheap. Lower is better.
 *
 * @param p probabilities or counts of the true distribution, shape (k); ≥ 0, not all 0
 * @param q the same for the model, shape (k)
 * @param options.base of the logarithm: 2 for bits, Math.E for nats; it has no default
 * @returns divergence in units of log base, ≥ 0; Infinity where q is 0 and p is not
 * @throws {RangeError} if a weight is negative or not finite, all are 0, lengths differ, or base is not > 1
 * @see Kullback, Leibler (1951), Ann. Math. Stat. 22(1):79–86, doi:10.1214/aoms/1177729694 — chapter 6
 * @example klDivergence([1, 1], [1, 3], { base: 2 }).toFixed(4) // => "0.2075"
 * @example klDivergence([1, 1], [1, 0], { base: 2 }) // => Infinity
 */
export function klDivergence(p: ArrayLike<number>, q: ArrayLike<number>, options: { base: number }): number {
  const { base } = requireOptions("compute klDivergence", options);
  requireBase("compute klDivergence", base);
  const [ps, qs] = twoDistributions("compute klDivergence", p, q);
  let nats = 0;
  // Σ (q − p) is 0: with it no term is negative, and where p is close to q none is a difference of larger ones
  for (let i = 0; i < ps.length; i += 1) nats += ps[i]! > 0 ? deviance(ps[i]!, qs[i]!) : qs[i]!;
  return nats / Math.log(base);
}
