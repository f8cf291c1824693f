import { logGamma } from "../numerics/logGamma.ts";
import { requireInteger } from "../require/requireInteger.ts";
import { requireOptions } from "../require/requireOptions.ts";
import { requireShare } from "../require/requireShare.ts";

/**
 * The rule behind {@link humanWeightUnderAccumulate} for large t:  c_t ≈ t^(−ε) / Γ(2 − ε).
 *
 * So half of the human law is left after about (2 / Γ(2 − ε))^(1/ε) generations. Good to about 1/t.
 *
 * @param generation t, an integer ≥ 1
 * @param options.modelBias ε, the share of u in a fitted model, 0 … 1
 * @returns weight; may exceed 1 by a little for small t
 * @throws {RangeError} if generation is not an integer ≥ 1 or modelBias is out of range
 * @see derived for this course — chapter 9
 * @example Number(leadingOrderHumanWeight(60, { modelBias: 0.0566 }).toFixed(3)) // => 0.812
 */
export function leadingOrderHumanWeight(generation: number, options: { modelBias: number }): number {
  const { modelBias } = requireOptions("compute leadingOrderHumanWeight", options);
  requireInteger("compute leadingOrderHumanWeight", "generation", generation, 1);
  requireShare("compute leadingOrderHumanWeight", "modelBias", modelBias);
  return Math.exp(-modelBias * Math.log(generation) - logGamma(2 - modelBias));
}
