import { type Group, greatestRateGap } from "./parts/groupRates.ts";

/**
 * Equal opportunity gap: greatest minus least true positive rate among the groups, that is, of the share of positive
 * predictions where the truth is positive. Lower is fairer in this sense; other senses may disagree.
 *
 * @param predictions decisions, shape (n): true or false, 1 or 0
 * @param truth what would have been right, shape (n): true or false, 1 or 0
 * @param groups the group each belongs to, shape (n); each must hold a positive truth
 * @returns gap, 0 (all groups alike) … 1; 0 for a single group
 * @throws {RangeError} if there is nothing, lengths differ, predictions or truth hold something other than 0 and 1, or a
 *   group has no positive truth
 * @throws {TypeError} if a group is not a string, a number or a boolean
 * @see Hardt, Price, Srebro (2016), NeurIPS, arXiv:1610.02413 — chapter 15
 * @example equalOpportunityGap([1, 0, 0, 1], [1, 1, 0, 1], ["a", "a", "b", "b"]) // => 0.5
 */
export function equalOpportunityGap(
  predictions: ArrayLike<number | boolean>,
  truth: ArrayLike<number | boolean>,
  groups: ArrayLike<Group>,
): number {
  return greatestRateGap("compute equalOpportunityGap", predictions, groups, {
    name: "truth",
    outcomes: truth,
  });
}
