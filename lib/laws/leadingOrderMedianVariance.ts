import { type GaussianLoop, requireLoop } from "./gaussianLaw.ts";

/**
 * The rule of thumb for the median variance of generation t in a Gaussian replace loop, relative to the truth:
 *
 *   ddof 1:  λ^t e^(−t/(M − 1))      ddof 0:  λ^t e^(−2t/(M − 1))
 *
 * So half of all chains have lost half of their sd after about 2 ln 2 (M − 1) generations (ddof 1).
 * Good to about 1/M; {@link medianVariance} is closer.
 *
 * @param generation t, refits since the true law, an integer ≥ 0
 * @param loop size M, ddof, and the sampling bias λ (1 if left out)
 * @returns ratio, 0 … 1
 * @throws {RangeError} if generation, size, ddof or bias is not what a loop can have
 * @see chapter 1; derived for this course
 * @example leadingOrderMedianVariance(99, { size: 100, ddof: 1 }) === Math.exp(-1) // => true
 */
export function leadingOrderMedianVariance(generation: number, loop: GaussianLoop): number {
  requireLoop("compute leadingOrderMedianVariance", generation, loop);
  const { size, ddof, bias = 1 } = loop;
  return Math.exp(generation * (Math.log(bias) - (2 - ddof) / (size - 1)));
}
