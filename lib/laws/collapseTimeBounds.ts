import { type CollapsingVocabulary, requireCollapsing } from "./collapsingVocabulary.ts";

/**
 * Between what bounds lies the mean number of generations until only one type is left in a loop that resamples n words
 * from the one before:
 *
 *   1 + (1 − S₀)/(1 − 1/s) · (n − 1)  ≤  E T  ≤  1 + (1 − S₀) n (n − 1)
 *
 * The truth is near the lower one: {@link timeToMonomorphism} of population genetics closes the gap.
 *
 * @param vocabulary size n, types s, simpson S₀ of the human law
 * @returns lower and upper bound, in generations, ≥ 1
 * @throws {RangeError} if an argument is out of range
 * @see Seddik et al. (2024), arXiv:2404.05090 — chapter 5
 * @example collapseTimeBounds({ size: 50, types: 2, simpson: 0.5 }) // => { lower: 50, upper: 1226 }
 */
export function collapseTimeBounds(vocabulary: CollapsingVocabulary): { lower: number; upper: number } {
  requireCollapsing("compute collapseTimeBounds", vocabulary);
  const { size, types, simpson } = vocabulary;
  const mixed = 1 - simpson;
  return { lower: 1 + (mixed / (1 - 1 / types)) * (size - 1), upper: 1 + mixed * size * (size - 1) };
}
