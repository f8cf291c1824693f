import { tetragamma } from "../internal/gammaRatio.ts";
import { requireLoop } from "../internal/requireLoop.ts";
import { trigamma } from "../internal/trigamma.ts";
import { expectedLogVariance } from "./expectedLogVariance.ts";
import type { GaussianLoop } from "./gaussianLaw.ts";

/**
 * Median over chains of the variance of generation t in a Gaussian replace loop, relative to the truth: what
 * happens to a typical chain. ln σ_t² is a sum of t independent terms, nearly normal but skewed to the left, so
 *
 *   median σ_t²/σ₀² ≈ exp( E ln σ_t² − ψ″/(6 ψ′) ),   ψ″ and ψ′ at (M − 1)/2
 *
 * (the Cornish–Fisher step from mean to median). An approximation: within 0.2 % of the exact median for M ≥ 10.
 *
 * @param generation t, refits since the true law, an integer ≥ 0
 * @param loop size M, ddof, and the sampling bias λ (1 if left out)
 * @returns ratio, 0 … 1
 * @throws {RangeError} if generation, size, ddof or bias is not what a loop can have
 * @see Cornish, Fisher (1938), Rev. Int. Stat. Inst. 5(4):307–320, doi:10.2307/1400905 — chapter 1
 * @example Number(medianVariance(100, { size: 100, ddof: 1 }).toFixed(3)) // => 0.364
 */
export function medianVariance(generation: number, loop: GaussianLoop): number {
  requireLoop("compute medianVariance", generation, loop);
  if (generation === 0) return 1;
  const x = (loop.size - 1) / 2;
  return Math.exp(expectedLogVariance(generation, loop) - tetragamma(x) / (6 * trigamma(x)));
}
