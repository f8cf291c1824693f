import { requireInteger } from "../require/requireInteger.ts";
import { requireNotNegative } from "../require/requireNotNegative.ts";

/**
 * Lower bound on the probability that a word is still alive in generation t of a unigram replace loop, when the first
 * text is expected to hold it λ times:  P(alive) ≥ 1 − e^(−λ/t).
 *
 * The exact law replaces 1/t by 1 − q_{t−1} ({@link extinctionProbability}), which tends to 2/t.
 *
 * @param expectedCount λ = N p, occurrences expected in the text of generation 1, ≥ 0
 * @param generation t, an integer ≥ 1; generation 1 is the first text drawn from the human law
 * @returns probability, 0 … 1; never above the true one
 * @throws {RangeError} if expectedCount is negative or not finite, or generation is not an integer ≥ 1
 * @see Suresh, Thangaraj, Khandavally (2025), arXiv:2412.17646 — chapter 3
 * @example Number(survivalLowerBound(3, 10).toFixed(5)) // => 0.25918
 */
export function survivalLowerBound(expectedCount: number, generation: number): number {
  requireNotNegative("compute survivalLowerBound", "expectedCount", expectedCount);
  requireInteger("compute survivalLowerBound", "generation", generation, 1);
  return -Math.expm1(-expectedCount / generation);
}
