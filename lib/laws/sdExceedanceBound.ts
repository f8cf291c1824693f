import { requireFiniteNumber } from "../require/requireFiniteNumber.ts";
import { requireInteger } from "../require/requireInteger.ts";
import { requireOptions } from "../require/requireOptions.ts";

/**
 * Upper bound on the probability that the sd of generation t in a Gaussian replace loop (ddof 1) is still above a share
 * of the true sd:
 *
 *   P(σ_t > share · σ₀) ≤ e^(−t/4M) / share
 *
 * Markov's inequality on E σ_t = c₄^t σ₀. Far from tight, but enough to prove that the sd goes to 0.
 *
 * @param generation t, an integer ≥ 0
 * @param options.size samples per generation M, an integer ≥ 2
 * @param options.share the sd in question over the true one, > 0
 * @returns probability, 0 … 1; never below the true one
 * @throws {RangeError} if an argument is out of range
 * @see Suresh, Thangaraj, Khandavally (2025), arXiv:2412.17646 — chapter 2
 * @example Number(sdExceedanceBound(1000, { size: 100, share: 0.5 }).toFixed(5)) // => 0.16417
 */
export function sdExceedanceBound(generation: number, options: { size: number; share: number }): number {
  const action = "compute sdExceedanceBound";
  const { size, share } = requireOptions(action, options);
  requireInteger(action, "generation", generation);
  requireInteger(action, "size", size, 2);
  requireFiniteNumber(action, "share", share, 0);
  return Math.min(1, Math.exp(-generation / (4 * size)) / share);
}
