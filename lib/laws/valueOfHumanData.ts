import { requireNotNegative } from "../require/requireNotNegative.ts";

/**
 * What human contributions are worth: the share of diversity that all users keep, when people add h new items per
 * generation in all (the large-N law of {@link leadingOrderDiversityKept}, h = Nm):
 *
 *   D(h) = 2h / (1 + 2h)
 *
 * Everybody gains from everybody's h: a public good.
 *
 * @param contributions h: fresh human items per generation, ≥ 0; it need not be whole
 * @returns share of diversity kept, 0 … 1
 * @throws {RangeError} if contributions is negative or not finite
 * @see chapter 17; derived for this course
 * @example valueOfHumanData(0.5) // => 0.5
 */
export function valueOfHumanData(contributions: number): number {
  requireNotNegative("compute valueOfHumanData", "contributions", contributions);
  return contributions / (0.5 + contributions);
}
