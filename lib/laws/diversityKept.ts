import { type FreshLoop, requireFresh } from "./freshLoop.ts";

/**
 * Share of the human diversity that a loop keeps for ever, when a share m of each generation's N items is fresh human
 * data and the rest copies the generation before:
 *
 *   H* / H₀ = (1 − 1/N)(1 − a) / (1 − a (1 − 1/N)),   a = (1 − m)²      ≈      2Nm / (1 + 2Nm)
 *
 * What counts is the number Nm of fresh items per generation, not their percentage: one keeps about 2/3, ten 95 %.
 * (Each item is fresh with probability m. H = 1 − Σ p² of the N items; their own N draws cost the factor 1 − 1/N.)
 *
 * @param loop size: items per generation N, an integer ≥ 1; freshShare: m, 0 … 1
 * @returns ratio, 0 (m = 0) … 1 − 1/N (m = 1); exact
 * @throws {RangeError} if size or freshShare is out of range
 * @see Wright (1931), Genetics 16(2):97–159, doi:10.1093/genetics/16.2.97, for migration; this form was derived for
 *   this course — chapter 10
 * @example Number(diversityKept({ size: 100, freshShare: 0.01 }).toFixed(4)) // => 0.6633
 */
export function diversityKept(loop: FreshLoop): number {
  requireFresh("compute diversityKept", loop);
  const { size, freshShare: m } = loop;
  const renewed = m * (2 - m); // 1 − a, without losing the digits of a small m
  return ((1 - 1 / size) * renewed) / (renewed + (1 - renewed) / size);
}
