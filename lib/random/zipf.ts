import { requireInteger } from "../require/requireInteger.ts";
import { requireNotNegative } from "../require/requireNotNegative.ts";
import { requireOptions } from "../require/requireOptions.ts";
import { categorical } from "./categorical.ts";
import type { NumberDistribution } from "./distribution.ts";
import { zipfProbabilities } from "./zipfProbabilities.ts";

/**
 * Zipf's law on finitely many types, as a distribution of token ids: 0 is the most frequent type, and id i comes with
 * a probability proportional to (i + 1)^(−exponent). Programs that draw ranks start at 1; these ids start at 0.
 *
 * @param options.exponent how fast frequencies fall with rank, ≥ 0; 0 makes all equal, English text has about 1
 * @param options.types how many types, an integer ≥ 1
 * @returns a function (rng) → token id, 0 … types − 1
 * @throws {RangeError} if exponent is negative or not finite, or types is not an integer ≥ 1
 * @see Zipf (1949), Human Behavior and the Principle of Least Effort — chapter 3
 * @example zipf({ exponent: 1, types: 1 })(seeded(1)) // => 0
 */
export function zipf(options: { exponent: number; types: number }): NumberDistribution {
  const { exponent, types } = requireOptions("make a zipf distribution", options);
  requireNotNegative("make a zipf distribution", "exponent", exponent);
  requireInteger("make a zipf distribution", "types", types, 1);
  return categorical(zipfProbabilities({ exponent, types }));
}
