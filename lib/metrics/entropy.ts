import { probabilitiesOf } from "../require/probabilitiesOf.ts";
import { requireOptions } from "../require/requireOptions.ts";
import { requireBase } from "./parts/requireBase.ts";

/**
 * Shannon entropy of a distribution, −Σ p log p, with p = weight / Σ weights.
 *
 * Read it as how many yes–no questions (base 2) a draw is worth. It falls as a vocabulary empties. For diversity,
 * higher is better. From counts this is the plug-in estimate, which is biased low for small samples.
 *
 * @param weights probabilities or counts, shape (k); ≥ 0, not all 0; zeros contribute nothing
 * @param options.base of the logarithm: 2 for bits, Math.E for nats; it has no default
 * @returns entropy in units of log base, 0 … log k to that base
 * @throws {RangeError} if a weight is negative or not finite, all are 0, or base is not > 1
 * @see Shannon (1948), Bell Syst. Tech. J. 27:379–423, doi:10.1002/j.1538-7305.1948.tb01338.x — chapter 3
 * @example entropy([1, 1, 2], { base: 2 }) // => 1.5
 */
export function entropy(weights: ArrayLike<number>, options: { base: number }): number {
  const { base } = requireOptions("compute entropy", options);
  requireBase("compute entropy", base);
  const probabilities = probabilitiesOf("compute entropy", "weights", weights);
  let nats = 0;
  for (const p of probabilities) if (p > 0) nats -= p * Math.log(p);
  const most = Math.log(probabilities.filter((p) => p > 0).length);
  return Math.min(most, Math.max(0, nats)) / Math.log(base); // rounding must not leave the range
}
