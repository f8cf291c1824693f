import { requireFinite } from "../require/requireFinite.ts";
import { requireInteger } from "../require/requireInteger.ts";
import { requireOptions } from "../require/requireOptions.ts";
import { requireSameLength } from "../require/requireSameLength.ts";
import { requireShare } from "../require/requireShare.ts";
import { requireOutcomes } from "./parts/requireOutcomes.ts";

/**
 * Expected calibration error: confidences are sorted into bins of equal width, and the gap between how sure and how
 * right the model is in each is averaged by how many fall in,
 *
 *   Σ_b n_b / n · |share right in b − mean confidence in b|.
 *
 * Bins are (0, 1/B], (1/B, 2/B], …, with 0 in the first. The value depends on B, and is biased high when bins are
 * thin. Lower is better.
 *
 * @param confidences probability that the model gave its answer, shape (n), each 0 … 1
 * @param correct whether the answer was right, shape (n): true or false, 1 or 0
 * @param options.bins B, an integer ≥ 1
 * @returns error, 0 … 1
 * @throws {RangeError} if there is nothing, lengths differ, a confidence is outside [0, 1], correct holds something
 *   other than 0 and 1, or bins is not an integer ≥ 1
 * @see Guo et al. (2017), ICML, arXiv:1706.04599 — chapter 15
 * @example expectedCalibrationError([0.9, 0.9, 0.6, 0.6], [1, 1, 1, 0], { bins: 10 }).toFixed(2) // => "0.10"
 */
export function expectedCalibrationError(
  confidences: ArrayLike<number>,
  correct: ArrayLike<number | boolean>,
  options: { bins: number },
): number {
  const action = "compute expectedCalibrationError";
  const { bins } = requireOptions(action, options);
  requireInteger(action, "bins", bins, 1);
  requireFinite(action, "confidences", confidences);
  requireSameLength(action, "correct", correct, "confidences", confidences);
  requireOutcomes(action, "correct", correct);
  const surplus = new Map<number, number>(); // by bin: right answers minus confidence, summed
  for (let i = 0; i < confidences.length; i += 1) {
    const confidence = confidences[i]!;
    requireShare(action, `confidences[${i}]`, confidence);
    let bin = Math.max(0, Math.ceil(confidence * bins) - 1);
    if (bin > 0 && confidence <= bin / bins) bin -= 1; // 0.07 · 100 is a little above 7
    surplus.set(bin, (surplus.get(bin) ?? 0) + Number(correct[i]) - confidence);
  }
  let gaps = 0;
  for (const gap of surplus.values()) gaps += Math.abs(gap);
  return gaps / confidences.length;
}
