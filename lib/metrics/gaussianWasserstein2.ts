/** A one-dimensional Gaussian by its mean and standard deviation. */
export interface MeanAndSd {
  readonly mean: number;
  readonly sd: number;
}

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
  for (const [name, { mean, sd }] of Object.entries({ a, b })) {
    if (!Number.isFinite(mean)) {
      throw new RangeError(
        `Cannot compute gaussianWasserstein2: ${name}.mean must be finite, got ${String(mean)}`,
      );
    }
    if (!(sd >= 0 && sd < Infinity)) {
      throw new RangeError(
        `Cannot compute gaussianWasserstein2: ${name}.sd must be finite and not negative, got ${String(sd)}`,
      );
    }
  }
  return (a.mean - b.mean) ** 2 + (a.sd - b.sd) ** 2;
}
