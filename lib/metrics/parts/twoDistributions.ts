import { probabilitiesOf } from "../../require/probabilitiesOf.ts";
import { requireSameLength } from "../../require/requireSameLength.ts";

/** Two histograms over the same k categories, each divided by its sum. `action` completes "Cannot …". */
export function twoDistributions(
  action: string,
  p: ArrayLike<number>,
  q: ArrayLike<number>,
): [p: Float64Array, q: Float64Array] {
  requireSameLength(action, "q", q, "p", p);
  return [probabilitiesOf(action, "p", p), probabilitiesOf(action, "q", q)];
}
