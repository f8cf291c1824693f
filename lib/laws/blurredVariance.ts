import { requireFiniteNumber } from "../require/requireFiniteNumber.ts";
import { requireInteger } from "../require/requireInteger.ts";
import { requireNotNegative } from "../require/requireNotNegative.ts";
import { requireOptions } from "../require/requireOptions.ts";
import { geometricSum } from "./parts/geometricSum.ts";

/**
 * Expected variance (ddof 0) of the data of generation t when every generation is drawn from a kernel density estimate
 * with a fixed bandwidth h:
 *
 *   V_{t+1} = (1 − 1/M) (V_t + h²)      →      (M − 1) h² as t → ∞
 *
 * The opposite of a collapse: while V is below the limit, replacing the data blurs them a little more every time.
 *
 * @param generation t, an integer ≥ 0, or Infinity for the limit
 * @param options.size items per generation M, an integer ≥ 2
 * @param options.bandwidth sd h of the kernel, > 0, in the unit of the data
 * @param options.variance V₀, variance of the human data, ≥ 0, in the unit squared
 * @returns variance, ≥ 0, in the unit squared; exact
 * @throws {RangeError} if an argument is out of range
 * @see Kazdan et al. (2024), arXiv:2410.16713, for the setting; derived for this course — chapter 9
 * @example Number(blurredVariance(1, { size: 10, bandwidth: 0.75, variance: 1 }).toFixed(5)) // => 1.40625
 */
export function blurredVariance(
  generation: number,
  options: { size: number; bandwidth: number; variance: number },
): number {
  const action = "compute blurredVariance";
  const { size, bandwidth, variance } = requireOptions(action, options);
  if (generation !== Infinity) requireInteger(action, "generation", generation);
  requireInteger(action, "size", size, 2);
  requireFiniteNumber(action, "bandwidth", bandwidth, 0);
  requireNotNegative(action, "variance", variance);
  const logRatio = Math.log1p(-1 / size);
  const kept = Math.exp(generation * logRatio);
  return variance * kept + (1 - 1 / size) * bandwidth ** 2 * geometricSum(logRatio, generation);
}
