import { requireInteger } from "../require/requireInteger.ts";
import { requireOptions } from "../require/requireOptions.ts";

/**
 * The similarity at which locality-sensitive hashing begins to see pairs: about (1/b)^(1/r) for b bands of r rows.
 * There {@link lshProbability} is 1 − (1 − 1/b)^b, about 0.63.
 *
 * @param options.bands b, an integer ≥ 1
 * @param options.rows r, MinHash values per band, an integer ≥ 1
 * @returns Jaccard similarity, 0 … 1
 * @throws {RangeError} if bands or rows is not an integer ≥ 1
 * @see Leskovec, Rajaraman, Ullman, Mining of Massive Datasets, ch. 3, http://www.mmds.org — chapter 16
 * @example Number(lshThreshold({ bands: 20, rows: 5 }).toFixed(3)) // => 0.549
 */
export function lshThreshold(options: { bands: number; rows: number }): number {
  const { bands, rows } = requireOptions("compute lshThreshold", options);
  requireInteger("compute lshThreshold", "bands", bands, 1);
  requireInteger("compute lshThreshold", "rows", rows, 1);
  return bands ** (-1 / rows);
}
