import { trigamma } from "../numerics/polygamma.ts";
import { type GaussianLoop, requireLoop } from "./gaussianLaw.ts";

/**
 * Variance over chains of ln σ_t² in a Gaussian replace loop, t ψ′((M − 1)/2) ≈ 2t/(M − 1), for either ddof and
 * any sampling bias.
 * Its root is how far chains of the same loop drift apart on a log axis.
 *
 * @param generation t, refits since the true law, an integer ≥ 0
 * @param loop size M, ddof and bias; only M matters
 * @returns nats², ≥ 0; exact
 * @throws {RangeError} if generation, size, ddof or bias is not what a loop can have
 * @see chapter 2; derived for this course
 * @example Number(varianceOfLogVariance(100, { size: 100, ddof: 1 }).toFixed(4)) // => 2.0407
 */
export function varianceOfLogVariance(generation: number, loop: GaussianLoop): number {
  requireLoop("compute varianceOfLogVariance", generation, loop);
  return generation * trigamma((loop.size - 1) / 2);
}
