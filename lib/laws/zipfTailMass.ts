import { requireInteger } from "../require/requireInteger.ts";
import { requireOptions } from "../require/requireOptions.ts";
import { requireZipf, zipfMiss } from "./parts/zipfMiss.ts";

/**
 * Probability of everything beyond rank k under a Zipf law without end, p_i ∝ i^(−β):  Σ_{i > k} p_i = ζ(β, k + 1)/ζ(β).
 *
 * It is the error that no amount of data removes once a model's tail was cut at k; {@link leadingOrderHutterFloor} is
 * the rule of thumb.
 *
 * @param options.exponent β, above 1
 * @param options.cut k, last rank that is kept, an integer ≥ 0
 * @returns probability, 0 … 1; relative error below 1e-9
 * @throws {RangeError} if exponent or cut is out of range
 * @see Dohmatob et al. (2024), arXiv:2402.07043 — chapter 4
 * @example Number(zipfTailMass({ exponent: 1.5, cut: 100 }).toFixed(5)) // => 0.07637
 */
export function zipfTailMass(options: { exponent: number; cut: number }): number {
  const { exponent, cut } = requireOptions("compute zipfTailMass", options);
  requireZipf("compute zipfTailMass", exponent);
  requireInteger("compute zipfTailMass", "cut", cut);
  return zipfMiss(cut + 1, Infinity, exponent, 0, 0) / zipfMiss(1, Infinity, exponent, 0, 0);
}
