import { digammaMinusLog } from "../internal/gammaRatio.ts";
import { requireLoop } from "../internal/requireLoop.ts";
import type { GaussianLoop } from "./gaussianLaw.ts";

/**
 * Expected natural logarithm of the variance of generation t in a Gaussian replace loop, relative to the truth:
 *
 *   ddof 1:  E ln(σ_t²/σ₀²) = t [ψ((M − 1)/2) − ln((M − 1)/2)] ≈ −t/(M − 1)      ddof 0:  same, with − ln(M/2)
 *
 * It falls in a straight line while the mean variance stays put: a typical chain collapses.
 *
 * @param generation t, refits since the true law, an integer ≥ 0
 * @param loop size M and ddof
 * @returns nats, ≤ 0; exact
 * @throws {RangeError} if generation, size or ddof is not what a loop can have
 * @see chapter 2; derived for this course
 * @example Number(expectedLogVariance(100, { size: 100, ddof: 1 }).toFixed(4)) // => -1.0135
 */
export function expectedLogVariance(generation: number, loop: GaussianLoop): number {
  requireLoop("compute expectedLogVariance", generation, loop);
  const { size, ddof } = loop;
  const perGeneration = digammaMinusLog((size - 1) / 2) + (ddof === 0 ? Math.log1p(-1 / size) : 0);
  return generation === 0 ? 0 : generation * perGeneration;
}
