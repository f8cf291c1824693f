import { requireOptions } from "../require/requireOptions.ts";
import { requireShare } from "../require/requireShare.ts";
import { requireModelBias } from "./parts/requireModelBias.ts";

/**
 * How much of the training law of generation t is still the human law, when a share α of the data is fresh human data
 * and the model is biased by ε (it turns a law Q into (1 − ε) Q + ε u):
 *
 *   c_t = c + (1 − c) ((1 − α)(1 − ε))^t,      c = α / (1 − (1 − α)(1 − ε))
 *
 * Fresh data stops the loss: after a while nothing more goes.
 *
 * @param generation t, an integer ≥ 0, or Infinity for the limit c; generation 0 learns from human data alone
 * @param options.modelBias ε, the share of u in a fitted model, 0 … 1
 * @param options.freshShare α, 0 … 1
 * @returns weight, 0 … 1; exact on average; higher is better
 * @throws {RangeError} if generation, modelBias or freshShare is out of range
 * @see derived for this course — chapter 9
 * @example Number(humanWeightUnderFresh(Infinity, { modelBias: 0.0566, freshShare: 0.1 }).toFixed(4)) // => 0.6625
 */
export function humanWeightUnderFresh(
  generation: number,
  options: { modelBias: number; freshShare: number },
): number {
  const { modelBias, freshShare } = requireOptions("compute humanWeightUnderFresh", options);
  requireModelBias("compute humanWeightUnderFresh", generation, modelBias);
  requireShare("compute humanWeightUnderFresh", "freshShare", freshShare);
  const lost = modelBias * (1 - freshShare); // of what remains, per generation
  if (generation === 0 || lost === 0) return 1;
  const limit = freshShare / (freshShare + lost);
  const logRatio = Math.log1p(-freshShare) + Math.log1p(-modelBias);
  return limit + (1 - limit) * Math.exp(generation * logRatio);
}
