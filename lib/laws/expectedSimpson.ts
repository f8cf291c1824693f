import { requireInteger } from "../require/requireInteger.ts";
import { requireOptions } from "../require/requireOptions.ts";
import { requireShare } from "../require/requireShare.ts";

/**
 * Expected Simpson index Σ p_i² — the probability that two random words are the same — in generation t of a loop that
 * resamples n words from the one before:
 *
 *   S_t = 1 − (1 − 1/n)^t (1 − S₀)
 *
 * It goes to 1, and then only one word is left.
 *
 * @param generation t, an integer ≥ 0
 * @param options.size n, words per generation, an integer ≥ 1
 * @param options.simpson S₀ = Σ p_i² of the human law, 0 … 1
 * @returns index, 0 … 1; exact; lower is more diverse
 * @throws {RangeError} if an argument is out of range
 * @see Seddik et al. (2024), arXiv:2404.05090 — chapter 5
 * @example Number(expectedSimpson(30, { size: 50, simpson: 0.1 }).toFixed(4)) // => 0.5091
 */
export function expectedSimpson(generation: number, options: { size: number; simpson: number }): number {
  const { size, simpson } = requireOptions("compute expectedSimpson", options);
  requireInteger("compute expectedSimpson", "generation", generation);
  requireInteger("compute expectedSimpson", "size", size, 1);
  requireShare("compute expectedSimpson", "simpson", simpson);
  const log = generation === 0 ? 0 : generation * Math.log1p(-1 / size);
  return simpson - (1 - simpson) * Math.expm1(log); // S + (1 − S)(1 − (1 − 1/N)^t)
}
