import { type MeanAndSd, requireMeanAndSd } from "./parts/requireMeanAndSd.ts";

/**
 * Squared 2-Wasserstein distance between two one-dimensional Gaussians, in closed form:
 *
 *   W₂² = (mean_a − mean_b)² + (sd_a − sd_b)²
 *
 * It is the square that is returned (the quantity of the collapse theorem); take the root for a distance.
 * Read it as risk: drift of the centre plus loss (or gain) of spread. Lower is better.
 *
 * @param a mean and sd of the reference, in some unit u; a fitted gaussian's `parameters` will do
 * @param b mean and sd of the other, in the same unit
 * @returns squared distance in u², ≥ 0; 0 exactly when both agree
 * @throws {RangeError} if a mean is not finite, or an sd is negative or not finite
 * @see Shumailov et al. (2024), Nature 631:755–759, doi:10.1038/s41586-024-07566-y — chapter 1
 * @example gaussianWasserstein2({ mean: 0, sd: 1 }, { mean: 3, sd: 5 }) // => 25
 */
export function gaussianWasserstein2(a: MeanAndSd, b: MeanAndSd): number {
  requireMeanAndSd("compute gaussianWasserstein2", "a", a);
  requireMeanAndSd("compute gaussianWasserstein2", "b", b);
  return (a.mean - b.mean) ** 2 + (a.sd - b.sd) ** 2;
}
