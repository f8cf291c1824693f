import { requireInteger } from "../require/requireInteger.ts";
import { requireOptions } from "../require/requireOptions.ts";
import { requireShare } from "../require/requireShare.ts";

/**
 * Standard deviation of a MinHash estimate of the Jaccard similarity J from K hash functions, each of which agrees
 * on two sets with probability J:
 *
 *   √(J (1 − J) / K)
 *
 * @param similarity J = |A ∩ B| / |A ∪ B|, 0 … 1
 * @param options.hashes K, an integer ≥ 1
 * @returns standard deviation, 0 … 1 / (2 √K)
 * @throws {RangeError} if similarity or hashes is out of range
 * @see Broder (1997), doi:10.1109/SEQUEN.1997.666900 — chapter 16
 * @example minHashStandardError(0.5, { hashes: 100 }) // => 0.05
 */
export function minHashStandardError(similarity: number, options: { hashes: number }): number {
  const { hashes } = requireOptions("compute minHashStandardError", options);
  requireShare("compute minHashStandardError", "similarity", similarity);
  requireInteger("compute minHashStandardError", "hashes", hashes, 1);
  return Math.sqrt((similarity * (1 - similarity)) / hashes);
}
