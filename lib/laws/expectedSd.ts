import { logHalfStepRatio } from "../internal/gammaRatio.ts";
import { requireLoop } from "../internal/requireLoop.ts";
import type { GaussianLoop } from "./gaussianLaw.ts";

/**
 * Expected standard deviation of generation t in a Gaussian replace loop, in units of the true one:
 *
 *   ddof 1:  E σ_t / σ₀ = c₄^t ≈ e^(−t/4M)      ddof 0:  (√((M − 1)/M) · c₄)^t
 *
 * @param generation t, refits since the true law, an integer ≥ 0
 * @param loop size M and ddof
 * @returns ratio, 0 … 1; exact
 * @throws {RangeError} if generation, size or ddof is not what a loop can have
 * @see Suresh et al. (2024), arXiv:2412.17646 — chapter 1
 * @example Number(expectedSd(50, { size: 100, ddof: 1 }).toFixed(4)) // => 0.8814
 */
export function expectedSd(generation: number, loop: GaussianLoop): number {
  requireLoop("compute expectedSd", generation, loop);
  const { size, ddof } = loop;
  const perGeneration = logHalfStepRatio((size - 1) / 2) + (ddof === 0 ? 0.5 * Math.log1p(-1 / size) : 0);
  return Math.exp(generation * perGeneration);
}
