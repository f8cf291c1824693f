import { type GaussianLoop, gaussianStep, requireLoop } from "./gaussianLaw.ts";
import { geometricSum } from "./parts/geometricSum.ts";

/**
 * Expected squared drift of the mean of generation t in a Gaussian replace loop, in units of the true variance:
 *
 *   ddof 1:  E (μ_t − μ₀)² / σ₀² = t/M  (without bound)      ddof 0:  1 − (1 − 1/M)^t  (at most 1)
 *
 * A sampling bias λ < 1 caps it: (λ/M) (1 − r^t)/(1 − r) with r = E σ_t²/E σ_{t−1}², so quality is kept and
 * diversity is spent. With ddof 0 and λ = 1 drift and variance left over always add up to the true variance.
 *
 * @param generation t, refits since the true law, an integer ≥ 0
 * @param loop size M, ddof, and the sampling bias λ (1 if left out)
 * @returns ratio, ≥ 0; exact
 * @throws {RangeError} if generation, size, ddof or bias is not what a loop can have
 * @see Shumailov et al. (2024), Nature 631:755–759, doi:10.1038/s41586-024-07566-y; λ: Alemohammad et al. (2024), arXiv:2307.01850 — chapters 1, 8
 * @example expectedSquaredDrift(50, { size: 100, ddof: 1 }) // => 0.5
 * @example Number(expectedSquaredDrift(1e6, { size: 100, ddof: 1, bias: 0.9 }).toFixed(6)) // => 0.09
 */
export function expectedSquaredDrift(generation: number, loop: GaussianLoop): number {
  requireLoop("compute expectedSquaredDrift", generation, loop);
  const { size, bias = 1 } = loop;
  return (bias * geometricSum(gaussianStep(loop).variance, generation)) / size;
}
