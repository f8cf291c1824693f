import { requireInteger } from "../require/requireInteger.ts";
import { lineSurvival } from "./parts/lineSurvival.ts";

/**
 * q_t: the probability that one occurrence of a word has no copies left after t generations, when each generation
 * is written by copying random occurrences of the one before (a Poisson branching process):
 *
 *   q₀ = 0,   q_{t+1} = e^(q_t − 1)      (q₁ = 0.368, and 1 − q_t ≈ 2/t for large t)
 *
 * @param generation t, an integer ≥ 0
 * @returns probability, 0 … 1; exact for a long text (each generation as long as the first)
 * @throws {RangeError} if generation is not an integer ≥ 0
 * @see Harris (1963), The Theory of Branching Processes, Springer; the use here is derived for this course — chapter 3
 * @example extinctionProbability(1) // => 0.36787944117144233
 */
export function extinctionProbability(generation: number): number {
  requireInteger("compute extinctionProbability", "generation", generation);
  if (generation > 100) return 1 - lineSurvival(generation); // in constant time
  let q = 0;
  for (let t = 0; t < generation; t += 1) q = Math.exp(q - 1);
  return q;
}
