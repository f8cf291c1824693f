import { expectedSquaredDrift } from "./expectedSquaredDrift.ts";
import { type GaussianLoop, gaussianStep, requireLoop } from "./gaussianLaw.ts";

/**
 * Expected squared 2-Wasserstein distance between generation t of a Gaussian replace loop and the truth,
 * in units of the true variance:
 *
 *   E W₂² = E (μ_t − μ₀)² + E σ_t² − 2 E σ_t + 1
 *   λ = 1, ddof 1:  t/M + 2 − 2 c₄^t  (without bound)      ddof 0:  2 − 2 (√((M − 1)/M) c₄)^t  (at most 2)
 *
 * @param generation t, refits since the true law, an integer ≥ 0
 * @param loop size M, ddof, and the sampling bias λ (1 if left out)
 * @returns ratio, ≥ 0; exact; lower is better
 * @throws {RangeError} if generation, size, ddof or bias is not what a loop can have
 * @see Shumailov et al. (2024), Nature 631:755–759, doi:10.1038/s41586-024-07566-y — chapter 2
 * @example Number(expectedWasserstein2(100, { size: 100, ddof: 1 }).toFixed(4)) // => 1.4463
 */
export function expectedWasserstein2(generation: number, loop: GaussianLoop): number {
  requireLoop("compute expectedWasserstein2", generation, loop);
  const { variance, sd } = gaussianStep(loop);
  const spread = Math.expm1(generation * variance) - 2 * Math.expm1(generation * sd); // E σ² − 2 E σ + 1
  return expectedSquaredDrift(generation, loop) + spread;
}
