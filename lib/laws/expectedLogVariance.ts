import { digammaMinusLog } from "../numerics/gammaRatio.ts";
import { type GaussianLoop, gaussianStep, requireLoop } from "./gaussianLaw.ts";

/**
 * Expected natural logarithm of the variance of generation t in a Gaussian replace loop, relative to the truth:
 *
 *   ddof 1:  E ln(σ_t²/σ₀²) = t [ψ((M − 1)/2) − ln((M − 1)/2)] ≈ −t/(M − 1)      ddof 0:  same, with − ln(M/2)
 *
 * and t ln λ more when sampling is biased.
 * It falls in a straight line while the mean variance stays put: a typical chain collapses.
 *
 * @param generation t, refits since the true law, an integer ≥ 0
 * @param loop size M, ddof, and the sampling bias λ (1 if left out)
 * @returns nats, ≤ 0; exact
 * @throws {RangeError} if generation, size, ddof or bias is not what a loop can have
 * @see chapter 2; derived for this course
 * @example Number(expectedLogVariance(100, { size: 100, ddof: 1 }).toFixed(4)) // => -1.0135
 */
export function expectedLogVariance(generation: number, loop: GaussianLoop): number {
  requireLoop("compute expectedLogVariance", generation, loop);
  const perGeneration = digammaMinusLog((loop.size - 1) / 2) + gaussianStep(loop).variance;
  return generation === 0 ? 0 : generation * perGeneration;
}
