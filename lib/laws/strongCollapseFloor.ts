import { requireNotNegative } from "../require/requireNotNegative.ts";
import { requireOptions } from "../require/requireOptions.ts";
import { requireShare } from "../require/requireShare.ts";

/**
 * The error that is left, however much data there is, when a share p of it is synthetic: p² c².
 *
 * The limit of {@link strongCollapseError} for many rows. A theorem about regression; for language models a small share
 * has only been seen to slow learning down.
 *
 * @param syntheticShare p, 0 … 1
 * @param options.shift c², squared distance of the synthetic weights from the true ones, ≥ 0
 * @returns squared error, ≥ 0, in the unit of shift; lower is better
 * @throws {RangeError} if an argument is out of range
 * @see Dohmatob et al. (2025), arXiv:2410.04840 — chapter 4
 * @example strongCollapseFloor(0.5, { shift: 2 }) // => 0.5
 */
export function strongCollapseFloor(syntheticShare: number, options: { shift: number }): number {
  const { shift } = requireOptions("compute strongCollapseFloor", options);
  requireShare("compute strongCollapseFloor", "syntheticShare", syntheticShare);
  requireNotNegative("compute strongCollapseFloor", "shift", shift);
  return syntheticShare ** 2 * shift;
}
