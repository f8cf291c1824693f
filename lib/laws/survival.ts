import { requireInteger } from "../require/requireInteger.ts";
import { lineSurvival, manySurvival } from "./parts/lineSurvival.ts";

/**
 * Probability that a word seen `count` times in the human text is still in the text of generation t,
 * in a unigram replace loop of constant length:  1 − q_t^count.  For large t about 1 − e^(−2 count / t),
 * so its half-life is about 2 count / ln 2 generations.
 *
 * @param count occurrences in the human text, an integer ≥ 0
 * @param generation t, an integer ≥ 0
 * @returns probability, 0 … 1
 * @throws {RangeError} if count or generation is not an integer ≥ 0
 * @see chapter 3; derived for this course, in the setting of Dohmatob et al. (2024), arXiv:2402.07043
 * @example survival(1, 1) // => 0.6321205588285577
 * @example survival(0, 5) // => 0
 */
export function survival(count: number, generation: number): number {
  requireInteger("compute survival", "count", count);
  requireInteger("compute survival", "generation", generation);
  return manySurvival(count, lineSurvival(generation));
}
