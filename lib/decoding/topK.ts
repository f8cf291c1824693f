import { requireInteger } from "../require/requireInteger.ts";
import type { Decoding } from "./decoding.ts";
import { decodingOf, keepFrom } from "./parts/decodingOf.ts";
import { thresholdAt } from "./parts/thresholdAt.ts";

/**
 * Top-k: only the k most probable tokens stay, in their proportions. Tokens that tie with the k-th all stay, so
 * the result does not depend on how tokens are numbered.
 *
 * @param k how many, ≥ 1; 1 is greedy decoding
 * @returns a decoding
 * @throws {RangeError} if k is not an integer ≥ 1; the decoding, if a probability is negative or not finite or none is
 *   above 0
 * @see Fan, Lewis, Dauphin (2018), "Hierarchical Neural Story Generation", arXiv:1805.04833 — chapter 7
 * @example topK(2)([0.5, 0.25, 0.125, 0.125]) // => Float64Array [0.6666666666666666, 0.3333333333333333, 0, 0]
 * @example topK(3)([0.5, 0.25, 0.125, 0.125]) // => Float64Array [0.5, 0.25, 0.125, 0.125]
 */
export function topK(k: number): Decoding {
  requireInteger("decode by top-k", "k", k, 1);
  return decodingOf(`top-${k}`, (values, copies) => keepFrom(thresholdAt(values, copies, k), values));
}
