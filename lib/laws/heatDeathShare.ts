import { requireFiniteNumber } from "../require/requireFiniteNumber.ts";

/**
 * How much fresh human data keeps two equally probable items in balance in a loop sampled at temperature T: the balance
 * is stable if and only if the fresh share α is above
 *
 *   1 − T    (0 for T ≥ 1)
 *
 * Below it the loop picks a side ({@link temperatureMixUpdate}): the slope of that map at ½ is (1 − α)/T.
 *
 * @param temperature T, > 0
 * @returns share, 0 … 1
 * @throws {RangeError} if temperature is not finite and above 0
 * @see Marchi et al. (2024), arXiv:2404.02325; derived for this course — chapter 7
 * @example Number(heatDeathShare(0.8).toFixed(4)) // => 0.2
 */
export function heatDeathShare(temperature: number): number {
  requireFiniteNumber("compute heatDeathShare", "temperature", temperature, 0);
  return Math.max(0, 1 - temperature);
}
