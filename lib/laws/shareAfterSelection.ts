import { requireFiniteNumber } from "../require/requireFiniteNumber.ts";
import { requireOptions } from "../require/requireOptions.ts";
import { requireShare } from "../require/requireShare.ts";

/**
 * Expected share of a type in the next generation, when its items are chosen with weight 1 + s against 1 for the rest:
 *
 *   p′ = p (1 + s) / (1 + p s)      (the odds p / (1 − p) grow by the factor 1 + s)
 *
 * A curated style or a sampling temperature below 1 acts this way.
 *
 * @param share p of the type now, 0 … 1
 * @param options.selection s, a number > −1
 * @returns share, 0 … 1; exact
 * @throws {RangeError} if share or selection is out of range
 * @see Haldane (1927), Math. Proc. Camb. Philos. Soc. 23(7):838–844, doi:10.1017/S0305004100015644 — chapters 5 and 14
 * @example shareAfterSelection(0.5, { selection: 1 }) // => 0.6666666666666666
 */
export function shareAfterSelection(share: number, options: { selection: number }): number {
  const { selection } = requireOptions("compute shareAfterSelection", options);
  requireShare("compute shareAfterSelection", "share", share);
  requireFiniteNumber("compute shareAfterSelection", "selection", selection, -1);
  return (share * (1 + selection)) / (1 + share * selection);
}
