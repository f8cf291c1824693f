import { logGammaDrop } from "../numerics/gammaRatio.ts";
import { requireInteger } from "../require/requireInteger.ts";
import { requireOptions } from "../require/requireOptions.ts";

/**
 * Expected variance of generation t in a Gaussian loop that accumulates all batches and fits M items of that pool, drawn
 * without replacement (maximum likelihood, ddof 0), in units of the true variance. With c the expected product of two
 * different items of the pool of N = tM items, about the true mean:
 *
 *   E σ_t² / σ₀² = (1 − 1/M)(1 − c_t)          c_1 = 0
 *   c_{t+1} (N + M)(N + M − 1) = c_t N (N − 1) + 2NM (1/N + (1 − 1/N) c_t) + M (M − 1)(1/M + (1 − 1/M) c_t)
 *
 * which is 1 − c_{t+1} = (1 − c_t) (1 − (3M − 1)/((N + M)(N + M − 1))).
 *
 * It lies between replace, which falls to 0, and accumulate. What is missing from 1 is the drift E (μ_t − μ₀)² / σ₀².
 *
 * @param generation t, since a known law, an integer ≥ 0; generation 1 is plain
 * @param options.size items per batch and per fit M, an integer ≥ 2
 * @returns ratio, 0 … 1; exact
 * @throws {RangeError} if generation or size is out of range
 * @see Kazdan et al. (2024), arXiv:2410.16713, for the setting; derived for this course — chapter 9
 * @example Number(subsampledVariance(60, { size: 50 }).toFixed(4)) // => 0.9436
 */
export function subsampledVariance(generation: number, options: { size: number }): number {
  const { size } = requireOptions("compute subsampledVariance", options);
  requireInteger("compute subsampledVariance", "generation", generation);
  requireInteger("compute subsampledVariance", "size", size, 2);
  if (generation === 0) return 1;
  const direct = Math.min(generation, 100);
  let log = Math.log1p(-1 / size);
  for (let i = 2; i <= direct; i += 1) log += Math.log1p(-(3 - 1 / size) / (i * (i * size - 1)));
  if (generation > direct) {
    // The factors are (i − r)(i − s) / (i (i − 1/M)), r + s = 1/M, so their product is one of gamma functions.
    const root = Math.sqrt(12 * size - 3) / (2 * size);
    const gammas = (x: number): number =>
      logGammaDrop(x, 1 / (2 * size) + root) +
      logGammaDrop(x, 1 / (2 * size) - root) -
      logGammaDrop(x, 1 / size);
    log += gammas(generation + 1) - gammas(direct + 1);
  }
  return Math.exp(log);
}
