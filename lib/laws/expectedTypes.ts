import { probabilitiesOf } from "../require/probabilitiesOf.ts";
import { requireInteger } from "../require/requireInteger.ts";
import { requireOptions } from "../require/requireOptions.ts";
import { seenProbability } from "./parts/seenProbability.ts";

/**
 * Expected number of different types among N independent draws, Σ 1 − (1 − p_i)^N: the law behind every curve of
 * "vocabulary against length of text".
 *
 * @param probabilities weights of the types, shape (k); ≥ 0, not all 0; divided by their sum
 * @param options.size number of draws N, an integer ≥ 0
 * @returns expected number of types, 0 … min(N, types of positive weight)
 * @throws {RangeError} if a weight is negative or not finite, all are 0, or size is not an integer ≥ 0
 * @see Good, Toulmin (1956), Biometrika 43(1–2):45–63, doi:10.1093/biomet/43.1-2.45 — chapters 3 and 6
 * @example expectedTypes([0.5, 0.5], { size: 2 }) // => 1.5
 */
export function expectedTypes(probabilities: ArrayLike<number>, options: { size: number }): number {
  const { size } = requireOptions("compute expectedTypes", options);
  requireInteger("compute expectedTypes", "size", size);
  let types = 0;
  for (const p of probabilitiesOf("compute expectedTypes", "probabilities", probabilities)) {
    types += seenProbability(p, size);
  }
  return types;
}
