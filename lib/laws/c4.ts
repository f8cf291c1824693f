import { logHalfStepRatio } from "../numerics/gammaRatio.ts";
import { requireInteger } from "../require/requireInteger.ts";

/**
 * c₄(M) = √(2/(M − 1)) · Γ(M/2) / Γ((M − 1)/2): by how much the unbiased variance's root underestimates σ.
 * E[sd] = c₄ σ for M normal draws, so a loop's mean sd shrinks by c₄ each generation. About 1 − 1/(4M).
 *
 * @param size number of draws M, an integer ≥ 2
 * @returns factor, 0.798 (M = 2) … 1; relative error below 1e-13 for all M
 * @throws {RangeError} if size is not an integer ≥ 2
 * @see Bertrand et al. (2023), arXiv:2310.00429; Suresh et al. (2024), arXiv:2412.17646 — chapter 2
 * @example Number(c4(100).toFixed(5)) // => 0.99748
 */
export function c4(size: number): number {
  requireInteger("compute c4", "size", size, 2);
  return Math.exp(logHalfStepRatio((size - 1) / 2));
}
