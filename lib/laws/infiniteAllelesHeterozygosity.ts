import { requireNotNegative } from "../require/requireNotNegative.ts";

/**
 * Lasting heterozygosity of a large loop in which a share μ of each generation's N items is of types never seen
 * before (the infinite-alleles model): invention against drift.
 *
 *   H = θ / (1 + θ),   θ = 2Nμ
 *
 * For any N and μ, `diversityKept({ size: N, freshShare: μ })` is the exact value of 1 − Σ p²: a new idea is a fresh
 * draw from a law in which nothing comes twice.
 *
 * @param theta θ: twice the number of new types per generation, ≥ 0
 * @returns probability that two draws differ, 0 … 1
 * @throws {RangeError} if theta is negative or not finite
 * @see Kimura, Crow (1964), Genetics 49(4):725–738, doi:10.1093/genetics/49.4.725 — chapter 5
 * @example Number(infiniteAllelesHeterozygosity(2).toFixed(3)) // => 0.667
 */
export function infiniteAllelesHeterozygosity(theta: number): number {
  requireNotNegative("compute infiniteAllelesHeterozygosity", "theta", theta);
  return theta / (1 + theta);
}
