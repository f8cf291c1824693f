import { requireInteger } from "../require/requireInteger.ts";
import { requireOptions } from "../require/requireOptions.ts";
import { requireShare } from "../require/requireShare.ts";

/**
 * Expected heterozygosity of the pool of D model lineages that all start from the same human law and then copy only
 * themselves, N items per generation each:
 *
 *   H_T = H₀ (1 − 1/D) + H₀ (1 − 1/N)^t / D      →      H₀ (1 − 1/D)
 *
 * Each lineage collapses, but to another type: ten labs that do not share keep 90 % between them, one keeps nothing.
 *
 * @param generation t, an integer ≥ 0, or Infinity for the limit
 * @param options.lineages D, an integer ≥ 1
 * @param options.size items per generation and lineage N, an integer ≥ 1
 * @param options.heterozygosity H₀ of the human law, 0 … 1
 * @returns probability that two draws from the pool (its mean law) differ, 0 … H₀; exact
 * @throws {RangeError} if an argument is out of range
 * @see Wright (1943), Genetics 28(2):114–138, doi:10.1093/genetics/28.2.114 — chapter 17
 * @example isolatedLineagesHeterozygosity(Infinity, { lineages: 4, size: 9, heterozygosity: 0.8 }).toFixed(1) // => "0.6"
 */
export function isolatedLineagesHeterozygosity(
  generation: number,
  options: { lineages: number; size: number; heterozygosity: number },
): number {
  const action = "compute isolatedLineagesHeterozygosity";
  requireOptions(action, options);
  const { lineages, size, heterozygosity } = options;
  if (generation !== Infinity) requireInteger(action, "generation", generation);
  requireInteger(action, "lineages", lineages, 1);
  requireInteger(action, "size", size, 1);
  requireShare(action, "heterozygosity", heterozygosity);
  const lost = generation === 0 ? 0 : Math.expm1(generation * Math.log1p(-1 / size)); // less than nothing
  return heterozygosity * (1 + lost / lineages);
}
