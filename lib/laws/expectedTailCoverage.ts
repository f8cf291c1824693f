import { probabilitiesOf } from "../require/probabilitiesOf.ts";
import { requireFiniteNumber } from "../require/requireFiniteNumber.ts";
import { requireInteger } from "../require/requireInteger.ts";
import { requireOptions } from "../require/requireOptions.ts";
import { seenProbability } from "./parts/seenProbability.ts";

/**
 * Expected share of the tail that N independent draws hold, weighed by probability:
 *
 *   Σ p_i (1 − (1 − p_i)^N)  /  Σ p_i   over rare types, 0 < p_i < below.
 *
 * It is the expectation of the metric `tailCoverage` for a perfect model: what is missing is sampling alone.
 *
 * @param probabilities weights of the types, shape (k); ≥ 0, not all 0; divided by their sum
 * @param options.size number of draws N, an integer ≥ 0
 * @param options.below the probability under which a type is rare, > 0; some type must be
 * @returns share, 0 … 1
 * @throws {RangeError} if a weight is negative or not finite, all are 0, size is not an integer ≥ 0, below is not finite
 *   and above 0, or no type is rare
 * @see Dohmatob et al. (2024), arXiv:2402.07043 — chapters 3 and 6
 * @example expectedTailCoverage([0.5, 0.25, 0.25], { size: 1, below: 0.5 }).toFixed(2) // => "0.25"
 */
export function expectedTailCoverage(
  probabilities: ArrayLike<number>,
  options: { size: number; below: number },
): number {
  const action = "compute expectedTailCoverage";
  const { size, below } = requireOptions(action, options);
  requireInteger(action, "size", size);
  requireFiniteNumber(action, "below", below, 0);
  let [tail, seen, least] = [0, 0, 1];
  for (const p of probabilitiesOf(action, "probabilities", probabilities)) {
    if (p > 0) least = Math.min(least, p);
    if (p >= below) continue;
    tail += p;
    seen += p * seenProbability(p, size);
  }
  if (tail === 0) {
    throw new RangeError(
      `Cannot ${action}: below must be above the least probability (${least}), got ${below}`,
    );
  }
  return seen / tail;
}
