import { type GaussianLoop, gaussianStep, requireLoop } from "./gaussianLaw.ts";

/**
 * Expected standard deviation of generation t in a Gaussian replace loop, in units of the true one:
 *
 *   ddof 1:  E σ_t / σ₀ = (√λ · c₄)^t, for λ = 1 about e^(−t/4M)      ddof 0:  (√(λ (M − 1)/M) · c₄)^t
 *
 * @param generation t, refits since the true law, an integer ≥ 0
 * @param loop size M, ddof, and the sampling bias λ (1 if left out)
 * @returns ratio, 0 … 1; exact
 * @throws {RangeError} if generation, size, ddof or bias is not what a loop can have
 * @see Suresh et al. (2024), arXiv:2412.17646 — chapter 1
 * @example Number(expectedSd(50, { size: 100, ddof: 1 }).toFixed(4)) // => 0.8814
 */
export function expectedSd(generation: number, loop: GaussianLoop): number {
  requireLoop("compute expectedSd", generation, loop);
  return Math.exp(generation * gaussianStep(loop).sd);
}
