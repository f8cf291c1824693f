import { type GaussianLoop, gaussianStep, requireLoop } from "./gaussianLaw.ts";

/**
 * Expected variance of generation t in a Gaussian replace loop, in units of the true variance:
 *
 *   ddof 1:  E σ_t² / σ₀² = λ^t  (λ = 1: a martingale, the mean never moves)      ddof 0:  (λ (1 − 1/M))^t
 *
 * @param generation t, refits since the true law, an integer ≥ 0
 * @param loop size M, ddof, and the sampling bias λ (1 if left out)
 * @returns ratio, 0 … 1; exact
 * @throws {RangeError} if generation, size, ddof or bias is not what a loop can have
 * @see Shumailov et al. (2024), Nature 631:755–759, doi:10.1038/s41586-024-07566-y; λ: Alemohammad et al. (2024), arXiv:2307.01850 — chapters 1, 8
 * @example expectedVariance(100, { size: 100, ddof: 1 }) // => 1
 * @example Number(expectedVariance(10, { size: 100, ddof: 1, bias: 0.9 }).toFixed(4)) // => 0.3487
 * @example expectedVariance(2, { size: 10, ddof: 0 }) // => 0.81
 */
export function expectedVariance(generation: number, loop: GaussianLoop): number {
  requireLoop("compute expectedVariance", generation, loop);
  return Math.exp(generation * gaussianStep(loop).variance);
}
