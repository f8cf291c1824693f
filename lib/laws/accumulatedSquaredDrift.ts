import { requireInteger } from "../internal/requireInteger.ts";

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
export function accumulatedSquaredDrift(batches: number, { size }: { size: number }): number {
  requireInteger("compute accumulatedSquaredDrift", "size", size, 2);
  if (batches === Infinity) {
    const square = Math.PI ** 2 / size;
    let [sum, term] = [0, -1];
    for (let k = 1; Math.abs(term) > 1e-17 * sum; k += 1) {
      term *= -square / (2 * k * (2 * k + 1)); // 1 − sin(x)/x = x²/3! − x⁴/5! + …
      sum += term;
    }
    return sum;
  }
  requireInteger("compute accumulatedSquaredDrift", "batches", batches);
  let log = 0;
  for (let i = 1; i <= batches; i += 1) log += Math.log1p(-1 / (i * i * size));
  return -Math.expm1(log);
}
