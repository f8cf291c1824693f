import { logGammaDrop } from "../numerics/gammaRatio.ts";
import { requireOptions } from "../require/requireOptions.ts";
import { requireModelBias } from "./parts/requireModelBias.ts";

/**
 * How much of the training law of generation t is still the human law, in an accumulate loop whose model is biased by ε
 * (it turns a law Q into (1 − ε) Q + ε u) and adds as much data each time as there was human data:
 *
 *   c_t = Π (1 − ε/i), i = 2 … t + 1      ≈      t^(−ε) / Γ(2 − ε) for large t
 *
 * It falls ever more slowly and yet to 0: accumulation cures errors without bias, and only delays the others.
 *
 * @param generation t, an integer ≥ 0, or Infinity; generation 0 learns from human data alone
 * @param options.modelBias ε, the share of u in a fitted model, 0 … 1
 * @returns weight, 0 … 1; exact on average; higher is better
 * @throws {RangeError} if generation or modelBias is out of range
 * @see derived for this course, beside Barzilai, Shamir (2025), arXiv:2505.19046 — chapter 9
 * @example Number(humanWeightUnderAccumulate(60, { modelBias: 0.0566 }).toFixed(3)) // => 0.81
 */
export function humanWeightUnderAccumulate(generation: number, options: { modelBias: number }): number {
  const { modelBias } = requireOptions("compute humanWeightUnderAccumulate", options);
  requireModelBias("compute humanWeightUnderAccumulate", generation, modelBias);
  if (modelBias === 0) return 1;
  if (generation === Infinity) return 0;
  const direct = Math.min(generation, 30);
  let log = 0;
  for (let i = 2; i <= direct + 1; i += 1) log += Math.log1p(-modelBias / i);
  if (generation > direct)
    log += logGammaDrop(generation + 2, modelBias) - logGammaDrop(direct + 2, modelBias);
  return Math.exp(log);
}
