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
  return counts instanceof Uint32Array ? aliveOf(counts) : aliveOf(Float64Array.from(counts));
}

/** Without a branch, since which types are alive cannot be guessed; and in two sums, so that neither waits for the other. */
function aliveOf(counts: Uint32Array | Float64Array): number {
  const whole = counts.length & ~3;
  let [even, odd] = [0, 0];
  for (let i = 0; i < whole; i += 4) {
    even += Number(counts[i]! > 0) + Number(counts[i + 2]! > 0);
    odd += Number(counts[i + 1]! > 0) + Number(counts[i + 3]! > 0);
  }
  for (let i = whole; i < counts.length; i += 1) even += Number(counts[i]! > 0);
  return even + odd;
}
