import { requireOptions } from "../require/requireOptions.ts";
import { requireModelBias } from "./parts/requireModelBias.ts";

/**
 * How much of the training law of generation t is still the human law, in a replace loop whose model is biased:
 *
 *   c_t = (1 − ε)^t,   when fitting turns a law Q into (1 − ε) Q + ε u
 *
 * as add-α and Jelinek–Mercer smoothing, ridge shrinkage or a blur do. The rest is u, what the model believes anyway.
 *
 * @param generation t, an integer ≥ 0, or Infinity; generation 0 learns from human data alone
 * @param options.modelBias ε, the share of u in a fitted model, 0 … 1
 * @returns weight, 0 … 1; exact on average; higher is better
 * @throws {RangeError} if generation or modelBias is out of range
 * @see derived for this course, beside Barzilai, Shamir (2025), arXiv:2505.19046 — chapter 9
 * @example Number(humanWeightUnderReplace(60, { modelBias: 0.0566 }).toFixed(3)) // => 0.03
 */
export function humanWeightUnderReplace(generation: number, options: { modelBias: number }): number {
  const { modelBias } = requireOptions("compute humanWeightUnderReplace", options);
  requireModelBias("compute humanWeightUnderReplace", generation, modelBias);
  return generation === 0 || modelBias === 0 ? 1 : Math.exp(generation * Math.log1p(-modelBias));
}
