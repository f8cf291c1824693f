import { requireCounts } from "../require/requireCounts.ts";

/**
 * Number of types alive: how many different words (species, alleles) occur at least once.
 * For diversity, higher is better. It grows with the length of the text, so compare equal lengths.
 *
 * @param counts occurrences of each type, shape (k); integers ≥ 0, not all 0
 * @returns types with a count above 0, 1 … k
 * @throws {RangeError} if a count is not an integer ≥ 0, or all are 0
 * @see chapter 3
 * @example typesAlive([3, 0, 1]) // => 2
 */
export function typesAlive(counts: ArrayLike<number>): number {
  requireCounts("compute typesAlive", counts);
  let alive = 0;
  for (let i = 0; i < counts.length; i += 1) if (counts[i]! > 0) alive += 1;
  return alive;
}
