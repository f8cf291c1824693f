import { requireLoop } from "../internal/requireLoop.ts";
import type { GaussianLoop } from "./gaussianLaw.ts";

/**
 * Expected squared drift of the mean of generation t in a Gaussian replace loop, in units of the true variance:
 *
 *   ddof 1:  E (μ_t − μ₀)² / σ₀² = t/M  (without bound)      ddof 0:  1 − (1 − 1/M)^t  (at most 1)
 *
 * With ddof 0 drift and variance left over always add up to the true variance.
 *
 * @param generation t, refits since the true law, an integer ≥ 0
 * @param loop size M and ddof
 * @returns ratio, ≥ 0; exact
 * @throws {RangeError} if generation, size or ddof is not what a loop can have
 * @see Shumailov et al. (2024), Nature 631:755–759, doi:10.1038/s41586-024-07566-y — chapter 1
 * @example expectedSquaredDrift(50, { size: 100, ddof: 1 }) // => 0.5
 */
export function expectedSquaredDrift(generation: number, loop: GaussianLoop): number {
  requireLoop("compute expectedSquaredDrift", generation, loop);
  const { size, ddof } = loop;
  return ddof === 1 ? generation / size : -Math.expm1(generation * Math.log1p(-1 / size));
}
