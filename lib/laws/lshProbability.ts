import { requireInteger } from "../require/requireInteger.ts";
import { requireOptions } from "../require/requireOptions.ts";
import { requireShare } from "../require/requireShare.ts";

/**
 * Probability that two documents of Jaccard similarity s become a candidate pair in locality-sensitive hashing: that
 * they agree in all r rows of at least one of b bands of their MinHash signatures,
 *
 *   1 − (1 − s^r)^b
 *
 * An S-shaped curve with its steep part near {@link lshThreshold}.
 *
 * @param similarity s, 0 … 1
 * @param options.bands b, an integer ≥ 1
 * @param options.rows r, MinHash values per band, an integer ≥ 1
 * @returns probability, 0 … 1
 * @throws {RangeError} if an argument is out of range
 * @see Leskovec, Rajaraman, Ullman, Mining of Massive Datasets, ch. 3, http://www.mmds.org — chapter 16
 * @example Number(lshProbability(0.8, { bands: 20, rows: 5 }).toFixed(4)) // => 0.9996
 */
export function lshProbability(similarity: number, options: { bands: number; rows: number }): number {
  const { bands, rows } = requireOptions("compute lshProbability", options);
  requireShare("compute lshProbability", "similarity", similarity);
  requireInteger("compute lshProbability", "bands", bands, 1);
  requireInteger("compute lshProbability", "rows", rows, 1);
  return similarity === 1 ? 1 : -Math.expm1(bands * Math.log1p(-(similarity ** rows)));
}
