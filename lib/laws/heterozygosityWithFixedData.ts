import { requireInteger } from "../require/requireInteger.ts";
import { requireOptions } from "../require/requireOptions.ts";
import { requireShare } from "../require/requireShare.ts";

/**
 * Expected heterozygosity 1 − Σ p² of the model of generation t, trained each time on one and the same set of N_r
 * human items and n new items written by the model before it:
 *
 *   H_{t+1} = (1 − α²) H_r + α² (1 − 1/n) H_t,   H_r = (1 − 1/N_r) H₀ = the first model's H,   α = n / (N_r + n)
 *
 * It does not collapse, but it is tied to the sample's own shares, not to the human law: types that the sample
 * missed never return. (In terms of G = 1 − H this is G_{t+1} = (1 − α²) C + α² (1/n + (1 − 1/n) G_t), C = 1 − H_r.)
 *
 * @param generation t, an integer ≥ 0, or Infinity for the limit; generation 0 is fitted on the human items alone
 * @param options.realSize human items N_r, an integer ≥ 1
 * @param options.syntheticSize items written per generation n, an integer ≥ 1
 * @param options.heterozygosity H₀ of the human law, 0 … 1
 * @returns probability that two draws of the model differ, 0 … H₀; exact
 * @throws {RangeError} if an argument is out of range
 * @see chapter 10; derived for this course
 * @example heterozygosityWithFixedData(0, { realSize: 4, syntheticSize: 4, heterozygosity: 0.8 }).toFixed(2) // => "0.60"
 */
export function heterozygosityWithFixedData(
  generation: number,
  options: { realSize: number; syntheticSize: number; heterozygosity: number },
): number {
  const action = "compute heterozygosityWithFixedData";
  requireOptions(action, options);
  const { realSize, syntheticSize, heterozygosity } = options;
  if (generation !== Infinity) requireInteger(action, "generation", generation);
  requireInteger(action, "realSize", realSize, 1);
  requireInteger(action, "syntheticSize", syntheticSize, 1);
  requireShare(action, "heterozygosity", heterozygosity);
  const first = (1 - 1 / realSize) * heterozygosity;
  const real = realSize / (realSize + syntheticSize);
  const fresh = real * (2 - real); // 1 − square, without losing the digits of a small share
  const limit = (fresh * first) / (fresh + (1 - fresh) / syntheticSize);
  const logRate = 2 * Math.log1p(-real) + Math.log1p(-1 / syntheticSize);
  return limit + (first - limit) * (generation === 0 ? 1 : Math.exp(generation * logRate));
}
