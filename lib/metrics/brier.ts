import { requireFinite } from "../require/requireFinite.ts";
import { requireSameLength } from "../require/requireSameLength.ts";
import { requireShare } from "../require/requireShare.ts";
import { requireOutcomes } from "./parts/requireOutcomes.ts";

/**
 * Brier score of probabilities for something that happens or not: mean (probability − outcome)², outcome 1 or 0.
 * Saying ½ always scores 0.25. Only the true probability minimises its expectation. Lower is better.
 *
 * (For two outcomes; Brier's own form sums over both and is twice this.)
 *
 * @param probabilities of its happening, shape (n), each 0 … 1
 * @param outcomes whether it happened, shape (n): true or false, 1 or 0
 * @returns mean squared error, 0 … 1
 * @throws {RangeError} if there is nothing, lengths differ, a probability is outside [0, 1], or outcomes hold something
 *   other than 0 and 1
 * @see Brier (1950), Mon. Weather Rev. 78(1):1–3 — chapter 15
 * @example brier([1, 0.5, 0.5, 0], [1, 1, 0, 0]) // => 0.125
 */
export function brier(probabilities: ArrayLike<number>, outcomes: ArrayLike<number | boolean>): number {
  requireFinite("compute brier", "probabilities", probabilities);
  requireSameLength("compute brier", "outcomes", outcomes, "probabilities", probabilities);
  requireOutcomes("compute brier", "outcomes", outcomes);
  let squares = 0;
  for (let i = 0; i < probabilities.length; i += 1) {
    requireShare("compute brier", `probabilities[${i}]`, probabilities[i]!);
    squares += (probabilities[i]! - Number(outcomes[i])) ** 2;
  }
  return squares / probabilities.length;
}
