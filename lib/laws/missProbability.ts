import { requireInteger } from "../require/requireInteger.ts";
import { requireOptions } from "../require/requireOptions.ts";
import { requireShare } from "../require/requireShare.ts";

/**
 * Probability that M draws miss a state of probability q altogether: (1 − q)^M. A state that is missed once has
 * probability 0 in every later generation; one with q ≤ 1/M is expected to go at once.
 *
 * @param probability q, 0 … 1
 * @param options.size draws M, an integer ≥ 0
 * @returns probability, 0 … 1; exact also for tiny q
 * @throws {RangeError} if probability or size is out of range
 * @see Shumailov et al. (2024), Nature 631:755–759, doi:10.1038/s41586-024-07566-y — chapter 3
 * @example Number(missProbability(0.0005, { size: 1000 }).toFixed(3)) // => 0.606
 */
export function missProbability(probability: number, options: { size: number }): number {
  const { size } = requireOptions("compute missProbability", options);
  requireShare("compute missProbability", "probability", probability);
  requireInteger("compute missProbability", "size", size);
  return size === 0 ? 1 : Math.exp(size * Math.log1p(-probability));
}
