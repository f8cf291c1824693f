import { requireInteger } from "../require/requireInteger.ts";
import { requireOptions } from "../require/requireOptions.ts";
import { requireProbabilities } from "../require/requireProbabilities.ts";

/**
 * Mean number of generations until one type is left, when each generation copies N random items of the one before
 * (diffusion approximation):
 *
 *   −2N Σ (1 − p_i) ln(1 − p_i)      (two equal types: 1.386 N; many rare types: 2N)
 *
 * Real generations are discrete and need about ½ + ⅓ ln N fewer: 1.3 at N = 10, 2.0 at N = 100, 2.8 at N = 1000
 * (two equal types; the exact Markov chain).
 *
 * @param shares p of each type at the start, shape (k); ≥ 0, sum 1 to within 1e-9
 * @param options.size items per generation N, an integer ≥ 1
 * @returns generations, 0 … 2N
 * @throws {RangeError} if shares is not a distribution or size is not an integer ≥ 1
 * @see Kimura, Ohta (1969), Genetics 61(3):763–771, doi:10.1093/genetics/61.3.763 — chapter 5
 * @example Number(timeToMonomorphism([0.5, 0.5], { size: 100 }).toFixed(3)) // => 138.629
 */
export function timeToMonomorphism(shares: ArrayLike<number>, options: { size: number }): number {
  const { size } = requireOptions("compute timeToMonomorphism", options);
  requireProbabilities("compute timeToMonomorphism", shares, "shares");
  requireInteger("compute timeToMonomorphism", "size", size, 1);
  let sum = 0;
  for (let i = 0; i < shares.length; i += 1) {
    const p = shares[i]!;
    if (p < 1) sum -= (1 - p) * Math.log1p(-p);
  }
  return 2 * size * sum;
}
