import { requireInteger } from "../internal/requireInteger.ts";

/**
 * Expected variance of generation t in a Gaussian loop that accumulates all batches and fits M items of that pool, drawn
 * without replacement (maximum likelihood, ddof 0), in units of the true variance. With c the expected product of two
 * different items of the pool of N = tM items, about the true mean:
 *
 *   E σ_t² / σ₀² = (1 − 1/M)(1 − c_t)          c_1 = 0
 *   c_{t+1} (N + M)(N + M − 1) = c_t N (N − 1) + 2NM (1/N + (1 − 1/N) c_t) + M (M − 1)(1/M + (1 − 1/M) c_t)
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
export function subsampledVariance(generation: number, { size }: { size: number }): number {
  requireInteger("compute subsampledVariance", "generation", generation);
  requireInteger("compute subsampledVariance", "size", size, 2);
  if (generation === 0) return 1;
  const pairs = (n: number) => n * (n - 1);
  const squaredMean = (n: number, c: number) => 1 / n + (1 - 1 / n) * c; // of n items of unit square
  let c = 0;
  for (let t = 1; t < generation; t += 1) {
    const pool = t * size;
    const [oldAndNew, twoNew] = [squaredMean(pool, c), squaredMean(size, c)];
    c = (c * pairs(pool) + 2 * pool * size * oldAndNew + pairs(size) * twoNew) / pairs(pool + size);
  }
  return (1 - 1 / size) * (1 - c);
}
