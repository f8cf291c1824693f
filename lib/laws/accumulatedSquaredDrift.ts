import { requireInteger } from "../require/requireInteger.ts";
import { requireOptions } from "../require/requireOptions.ts";
import { logAccumulated } from "./parts/logAccumulated.ts";

/**
 * Expected squared drift of the mean after t pooled batches in a Gaussian accumulate loop with the maximum-likelihood
 * variance (ddof 0), in units of the true variance:
 *
 *   E (μ_t − μ₀)² / σ₀² = 1 − Π (1 − 1/(i² M)), i = 1 … t      →      1 − sin(π/√M) / (π/√M) as t → ∞
 *
 * What {@link accumulatedVariance} loses, to full precision also where that is next to nothing. Under replace the
 * same drift grows to 1.
 *
 * @param batches t, an integer ≥ 0, or Infinity for the limit
 * @param options.size items per batch M, an integer ≥ 2
 * @returns ratio, 0 … 1; exact; lower is better
 * @throws {RangeError} if batches or size is out of range
 * @see Gerstgrasser et al. (2024), arXiv:2404.01413, for the setting; derived for this course — chapter 9
 * @example Number(accumulatedSquaredDrift(Infinity, { size: 100 }).toFixed(5)) // => 0.01637
 */
export function accumulatedSquaredDrift(batches: number, options: { size: number }): number {
  const { size } = requireOptions("compute accumulatedSquaredDrift", options);
  requireInteger("compute accumulatedSquaredDrift", "size", size, 2);
  if (batches !== Infinity) requireInteger("compute accumulatedSquaredDrift", "batches", batches);
  return -Math.expm1(logAccumulated(batches, size));
}
