import { adaptiveShrinkage } from "./adaptiveShrinkage.ts";
import type { RegressionSignal } from "./regressionSignal.ts";

/**
 * Test error, above the noise, of the n-th fit of a regression loop when it is shrunk as well as can be
 * ({@link adaptiveShrinkage}):
 *
 *   E* = r² n τ / (r² + n τ)
 *
 * Never above r², the error of knowing nothing; without shrinkage it is n τ, without bound.
 *
 * @param generation n, fits since the true weights, an integer ≥ 0
 * @param options.signal r², squared length of the true weights, ≥ 0
 * @param options.fitError τ, error that one least-squares fit adds (σ² d/T), ≥ 0, in the same unit
 * @returns squared error, 0 … r², in the unit of signal; lower is better
 * @throws {RangeError} if an argument is out of range
 * @see Dohmatob, Feng, Kempe (2024), arXiv:2402.07712; this form derived for this course — chapter 13
 * @example Number(adaptiveRidgeError(5, { signal: 1, fitError: 0.16 }).toFixed(4)) // => 0.4444
 */
export function adaptiveRidgeError(generation: number, options: RegressionSignal): number {
  return adaptiveShrinkage(generation, options) * generation * options.fitError;
}
