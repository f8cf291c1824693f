import { requireCounts } from "../require/requireCounts.ts";
import { requireInteger } from "../require/requireInteger.ts";
import { lineSurvival, manySurvival } from "./parts/lineSurvival.ts";

/**
 * Expected number of different words in the text of generation t, in a unigram replace loop of constant length:
 * Σ (1 − q_t^count) over the words of the human text. For Moby-Dick it is right to about 0.4 %.
 *
 * @param counts occurrences of each word in the human text, shape (k); integers ≥ 0, not all 0
 * @param generation t, an integer ≥ 0
 * @returns expected number of types, 0 … types in the human text
 * @throws {RangeError} if a count or the generation is not an integer ≥ 0
 * @see chapter 3; derived for this course, in the setting of Dohmatob et al. (2024), arXiv:2402.07043
 * @example expectedTypesAlive([1, 2, 0], 0) // => 2
 */
export function expectedTypesAlive(counts: ArrayLike<number>, generation: number): number {
  requireCounts("compute expectedTypesAlive", counts);
  requireInteger("compute expectedTypesAlive", "generation", generation);
  const one = lineSurvival(generation);
  let alive = 0;
  for (let i = 0; i < counts.length; i += 1) alive += manySurvival(counts[i]!, one);
  return alive;
}
