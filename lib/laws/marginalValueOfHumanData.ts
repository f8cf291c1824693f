import { requireNotNegative } from "../require/requireNotNegative.ts";

/**
 * What one more human item per generation adds to the diversity kept: the slope of {@link valueOfHumanData},
 *
 *   D′(h) = 2 / (1 + 2h)²
 *
 * The first items are worth most: the slope falls from 2 to 0.0045 at h = 10.
 *
 * @param contributions h: fresh human items per generation, ≥ 0
 * @returns share of diversity per item per generation, 0 … 2
 * @throws {RangeError} if contributions is negative or not finite
 * @see chapter 17; derived for this course
 * @example marginalValueOfHumanData(0.5) // => 0.5
 */
export function marginalValueOfHumanData(contributions: number): number {
  requireNotNegative("compute marginalValueOfHumanData", "contributions", contributions);
  return 2 / (1 + 2 * contributions) ** 2;
}
