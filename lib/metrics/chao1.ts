import { requireCounts } from "../require/requireCounts.ts";
import { requireOptions } from "../require/requireOptions.ts";

/**
 * Chao's lower bound on the number of types in the source, seen and unseen, from how many were seen once (f₁)
 * and twice (f₂) among S seen types:
 *
 *   bias-corrected:  S + f₁ (f₁ − 1) / (2 (f₂ + 1))        classic:  S + f₁² / (2 f₂)
 *
 * It estimates a lower bound: the true number is likely higher.
 *
 * @param counts occurrences of each type, shape (k); integers ≥ 0, not all 0
 * @param options.biasCorrected true for the first form (defined also when f₂ = 0), false for the classic one
 * @returns estimated number of types, ≥ S; the classic form is Infinity when f₂ = 0 and f₁ > 0
 * @throws {RangeError} if a count is not an integer ≥ 0, or all are 0
 * @throws {TypeError} if biasCorrected is not said
 * @see Chao (1984), Scand. J. Stat. 11(4):265–270 — chapter 3
 * @example chao1([1, 1, 4, 2, 5, 2, 4, 1, 2], { biasCorrected: true }) // => 9.75
 */
export function chao1(counts: ArrayLike<number>, options: { biasCorrected: boolean }): number {
  const { biasCorrected } = requireOptions("compute chao1", options);
  requireCounts("compute chao1", counts);
  if (typeof biasCorrected !== "boolean") {
    throw new TypeError(
      `Cannot compute chao1: biasCorrected must be true or false, got ${String(biasCorrected)}`,
    );
  }
  let [seen, once, twice] = [0, 0, 0];
  for (let i = 0; i < counts.length; i += 1) {
    const count = counts[i]!;
    if (count > 0) seen += 1;
    if (count === 1) once += 1;
    if (count === 2) twice += 1;
  }
  if (biasCorrected) return seen + (once * (once - 1)) / (2 * (twice + 1));
  return once === 0 ? seen : seen + once ** 2 / (2 * twice);
}
