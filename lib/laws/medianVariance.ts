import { expectedLogVariance } from "./expectedLogVariance.ts";
import type { GaussianLoop } from "./gaussianLaw.ts";
import { medianOfLogGammas } from "./parts/medianOfLogGammas.ts";
import { requireLoop } from "./parts/requireLoop.ts";

/**
 * Median over chains of the variance of generation t in a Gaussian replace loop, relative to the truth: what
 * happens to a typical chain. ln σ_t² is a sum of t independent terms, nearly normal but skewed to the left, so
 *
 *   median σ_t²/σ₀² ≈ exp( E ln σ_t² − ψ″/(6 ψ′) ),   ψ″ and ψ′ at (M − 1)/2
 *
 * (the Cornish–Fisher step from mean to median). That is within 0.2 % for M ≥ 10 and 9 % for M = 2. What is returned is the
 * median itself, from the characteristic function of ln σ_t²; the formula above only where t M is above two million.
 *
 * @param generation t, refits since the true law, an integer ≥ 0
 * @param loop size M, ddof, and the sampling bias λ (1 if left out)
 * @returns ratio, 0 … 1; relative error below 1e-8
 * @throws {RangeError} if generation, size, ddof or bias is not what a loop can have
 * @see Gil-Pelaez (1951), Biometrika 38(3/4):481–482, doi:10.1093/biomet/38.3-4.481; Cornish, Fisher (1938), Rev. Int. Stat. Inst. 5(4):307–320, doi:10.2307/1400905 — chapter 1
 * @example Number(medianVariance(100, { size: 100, ddof: 1 }).toFixed(3)) // => 0.364
 */
export function medianVariance(generation: number, loop: GaussianLoop): number {
  requireLoop("compute medianVariance", generation, loop);
  if (generation === 0) return 1;
  return Math.exp(expectedLogVariance(generation, loop) + medianOfLogGammas(generation, (loop.size - 1) / 2));
}
