import { requireInteger } from "../require/requireInteger.ts";
import { requireOptions } from "../require/requireOptions.ts";
import { requireShare } from "../require/requireShare.ts";

/**
 * Expected heterozygosity (Gini–Simpson diversity 1 − Σ p²: the chance that two draws differ) after t generations of
 * multinomial resampling of N items, the haploid Wright–Fisher model:
 *
 *   E H_t = H₀ (1 − 1/N)^t      (texts on diploids write 2N for N)
 *
 * Two items differ only if they copy two different parents (1 − 1/N) that differed. Whatever the types, whatever
 * their number: the same line of algebra as a Gaussian's variance with ddof 0.
 *
 * @param generation t, an integer ≥ 0
 * @param options.size items per generation N, an integer ≥ 1
 * @param options.heterozygosity H₀ of generation 0, 0 … 1
 * @returns probability that two draws differ, 0 … H₀; exact
 * @throws {RangeError} if an argument is out of range
 * @see Wright (1931), Genetics 16(2):97–159, doi:10.1093/genetics/16.2.97 — chapter 5
 * @example expectedHeterozygosity(2, { size: 4, heterozygosity: 0.5 }) // => 0.28125
 */
export function expectedHeterozygosity(
  generation: number,
  options: { size: number; heterozygosity: number },
): number {
  const action = "compute expectedHeterozygosity";
  const { size, heterozygosity } = requireOptions(action, options);
  requireInteger(action, "generation", generation);
  requireInteger(action, "size", size, 1);
  requireShare(action, "heterozygosity", heterozygosity);
  return heterozygosity * (generation === 0 ? 1 : Math.exp(generation * Math.log1p(-1 / size)));
}
