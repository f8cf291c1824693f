import { probabilitiesOf } from "../require/probabilitiesOf.ts";
import { requireCounts } from "../require/requireCounts.ts";
import { requireFiniteNumber } from "../require/requireFiniteNumber.ts";
import { requireOptions } from "../require/requireOptions.ts";
import { requireSameLength } from "../require/requireSameLength.ts";

/**
 * Share of the tail that a sample still holds, weighed by how likely each type really is:
 *
 *   Σ p_i over rare types seen at least once  /  Σ p_i over rare types,   rare: 0 < p_i < below.
 *
 * Its expectation for draws from the true law is `expectedTailCoverage`. It falls first when rare things die.
 * Higher is better.
 *
 * @param counts occurrences of each type in the sample, shape (k); integers ≥ 0, not all 0
 * @param probabilities true weights of the same types, shape (k); ≥ 0, not all 0; divided by their sum
 * @param options.below the probability under which a type is rare, > 0; some type must be
 * @returns share of the tail's probability, 0 … 1
 * @throws {RangeError} if a count is not an integer ≥ 0, a weight is negative or not finite, all of either are 0,
 *   lengths differ, below is not finite and above 0, or no type is rare
 * @see Dohmatob et al. (2024), arXiv:2402.07043 — chapters 3 and 6
 * @example tailCoverage([5, 0, 1], [0.8, 0.15, 0.05], { below: 0.2 }).toFixed(2) // => "0.25"
 */
export function tailCoverage(
  counts: ArrayLike<number>,
  probabilities: ArrayLike<number>,
  options: { below: number },
): number {
  const action = "compute tailCoverage";
  const { below } = requireOptions(action, options);
  requireCounts(action, counts);
  requireSameLength(action, "probabilities", probabilities, "counts", counts);
  requireFiniteNumber(action, "below", below, 0);
  const truth = probabilitiesOf(action, "probabilities", probabilities);
  let [tail, seen] = [0, 0];
  for (let i = 0; i < truth.length; i += 1) {
    if (truth[i]! >= below) continue;
    tail += truth[i]!;
    if (counts[i]! > 0) seen += truth[i]!;
  }
  if (tail === 0) {
    const least = truth.reduce((rarest, p) => (p > 0 ? Math.min(rarest, p) : rarest), 1);
    throw new RangeError(
      `Cannot ${action}: below must be above the least probability (${least}), got ${below}`,
    );
  }
  return seen / tail;
}
