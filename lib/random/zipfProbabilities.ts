import { requireInteger } from "../require/requireInteger.ts";
import { requireNotNegative } from "../require/requireNotNegative.ts";
import { requireOptions } from "../require/requireOptions.ts";

/**
 * Zipf's law on finitely many types: the r-th most frequent has a probability proportional to r^(−exponent).
 *
 * @param options.exponent how fast frequencies fall with rank, ≥ 0; 0 makes all equal, English text has about 1
 * @param options.types how many types, an integer ≥ 1
 * @returns probability of each type, the most frequent first, shape (types); the sum is 1 up to rounding
 * @throws {RangeError} if exponent is negative or not finite, or types is not an integer ≥ 1
 * @see Zipf (1949), Human Behavior and the Principle of Least Effort — chapter 3
 * @example zipfProbabilities({ exponent: 1, types: 2 }) // => Float64Array [0.6666666666666666, 0.3333333333333333]
 */
export function zipfProbabilities(options: { exponent: number; types: number }): Float64Array {
  const { exponent, types } = requireOptions("compute zipf probabilities", options);
  requireNotNegative("compute zipf probabilities", "exponent", exponent);
  requireInteger("compute zipf probabilities", "types", types, 1);
  const p = new Float64Array(types);
  let sum = 0;
  for (let i = types - 1; i >= 0; i -= 1) {
    p[i] = (i + 1) ** -exponent;
    sum += p[i]!; // the small ones first
  }
  for (let i = 0; i < types; i += 1) p[i]! /= sum;
  return p;
}
