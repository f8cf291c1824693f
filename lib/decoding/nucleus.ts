import type { Decoding } from "./decoding.ts";
import { decodingOf, keepFrom } from "./parts/decodingOf.ts";
import { thresholdAt } from "./parts/thresholdAt.ts";

/**
 * Nucleus (top-p): the fewest most probable tokens that together reach the mass p stay, in their proportions. Tokens
 * that tie with the last of them all stay, so the result does not depend on how tokens are numbered.
 *
 * @param p mass to keep, 0 < p ≤ 1; 1 changes nothing
 * @returns a decoding
 * @throws {RangeError} if p is not above 0 and at most 1; the decoding, if a probability is negative or not finite or
 *   none is above 0
 * @see Holtzman et al. (2020), "The Curious Case of Neural Text Degeneration", arXiv:1904.09751 — chapter 7
 * @example nucleus(0.7)([0.5, 0.25, 0.125, 0.125]) // => Float64Array [0.6666666666666666, 0.3333333333333333, 0, 0]
 */
export function nucleus(p: number): Decoding {
  if (!(p > 0 && p <= 1)) {
    throw new RangeError(`Cannot decode by nucleus: p must be above 0 and at most 1, got ${String(p)}`);
  }
  return decodingOf(`nucleus ${p}`, (values, copies) => {
    if (p === 1) return; // a sum of rounded values may reach 1 too early
    const mass = values.map((value, i) => value * copies[i]!);
    const total = mass.reduce((sum, part) => sum + part, 0);
    // A mass that equals p on paper counts as reached, however its terms were rounded.
    keepFrom(thresholdAt(values, mass, p * total * (1 - 1e-14)), values);
  });
}
