import { requireInteger } from "../require/requireInteger.ts";
import { requireOptions } from "../require/requireOptions.ts";

/**
 * Inbreeding coefficient: the probability that two items of generation t are copies of one item of generation 0,
 * when each generation copies N random items of the one before:
 *
 *   F_t = 1 − (1 − 1/N)^t      (texts on diploids write 2N for N)
 *
 * It is the share of the first diversity that is lost: E H_t = H₀ (1 − F_t).
 *
 * @param generation t, an integer ≥ 0
 * @param options.size items per generation N, an integer ≥ 1
 * @returns probability, 0 … 1; exact, also where it is tiny
 * @throws {RangeError} if generation or size is out of range
 * @see Wright (1931), Genetics 16(2):97–159, doi:10.1093/genetics/16.2.97 — chapter 5
 * @example inbreedingCoefficient(2, { size: 4 }) // => 0.4375
 */
export function inbreedingCoefficient(generation: number, options: { size: number }): number {
  const { size } = requireOptions("compute inbreedingCoefficient", options);
  requireInteger("compute inbreedingCoefficient", "generation", generation);
  requireInteger("compute inbreedingCoefficient", "size", size, 1);
  return generation === 0 ? 0 : -Math.expm1(generation * Math.log1p(-1 / size));
}
