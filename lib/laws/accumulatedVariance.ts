import { requireInteger } from "../require/requireInteger.ts";
import { requireOptions } from "../require/requireOptions.ts";
import { logAccumulated } from "./parts/logAccumulated.ts";

/**
 * Expected variance after t pooled batches in a Gaussian accumulate loop with the maximum-likelihood variance
 * (ddof 0), in units of the true variance:
 *
 *   E σ_t² / σ₀² = Π (1 − 1/(i² M)), i = 1 … t      →      sin(π/√M) / (π/√M) as t → ∞
 *
 * A loop that starts from a known law has t = its generation. One that starts from M human items has t =
 * generation + 1, the human data being the first batch. It never falls to 0: keeping everything keeps the spread.
 *
 * @param batches t, an integer ≥ 0, or Infinity for the limit
 * @param options.size items per batch M, an integer ≥ 2
 * @returns ratio, 0 … 1; exact
 * @throws {RangeError} if batches or size is out of range
 * @see Gerstgrasser et al. (2024), arXiv:2404.01413, for the setting; derived for this course — chapter 9
 * @example Number(accumulatedVariance(Infinity, { size: 10 }).toFixed(5)) // => 0.84344
 */
export function accumulatedVariance(batches: number, options: { size: number }): number {
  const { size } = requireOptions("compute accumulatedVariance", options);
  requireInteger("compute accumulatedVariance", "size", size, 2);
  if (batches !== Infinity) requireInteger("compute accumulatedVariance", "batches", batches);
  return Math.exp(logAccumulated(batches, size));
}
