import { requireInteger } from "../require/requireInteger.ts";

/**
 * The constant size that loses as much diversity as a history of changing sizes: their harmonic mean,
 *
 *   N_e = t / Σ 1/N_i
 *
 * One small training round is a bottleneck: ten generations of which one has 10 items and nine have 1000 lose as much
 * as ten of 92. (Exact would be ln: Π (1 − 1/N_i) = (1 − 1/N_e)^t; the difference is of order 1/N.)
 *
 * @param sizes items per generation N_i, shape (t); integers ≥ 1
 * @returns effective number of items, between the smallest and the largest size
 * @throws {RangeError} if sizes is empty or holds what is not an integer ≥ 1
 * @see Wright (1938), Science 87(2263):430–431, doi:10.1126/science.87.2263.430.b — chapter 5
 * @example effectiveSize([10, 40]) // => 16
 */
export function effectiveSize(sizes: ArrayLike<number>): number {
  if (sizes.length === 0)
    throw new RangeError("Cannot compute effectiveSize: sizes must hold at least 1 value, got 0");
  let sum = 0;
  for (let i = 0; i < sizes.length; i += 1) {
    requireInteger("compute effectiveSize", `sizes[${i}]`, sizes[i]!, 1);
    sum += 1 / sizes[i]!;
  }
  return sizes.length / sum;
}
