import { type Group, greatestRateGap } from "./parts/groupRates.ts";

/**
 * Demographic parity gap: greatest minus least share of positive predictions among the groups. It asks who is chosen,
 * not who deserved it. Lower is fairer in this sense; other senses may disagree.
 *
 * @param predictions decisions, shape (n): true or false, 1 or 0
 * @param groups the group each belongs to, shape (n); a group that has nobody left is not counted: see
 *   `minimumGroupShare`
 * @returns gap, 0 (all groups alike) … 1; 0 for a single group
 * @throws {RangeError} if there is nothing, lengths differ, or predictions hold something other than 0 and 1
 * @throws {TypeError} if a group is not a string, a number or a boolean
 * @see Dwork et al. (2012), ITCS, arXiv:1104.3913 — chapter 15
 * @example demographicParityGap([1, 1, 0, 0], ["a", "a", "b", "a"]).toFixed(4) // => "0.6667"
 */
export function demographicParityGap(
  predictions: ArrayLike<number | boolean>,
  groups: ArrayLike<Group>,
): number {
  return greatestRateGap("compute demographicParityGap", predictions, groups);
}
