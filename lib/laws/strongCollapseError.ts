import { requireInteger } from "../require/requireInteger.ts";
import { requireNotNegative } from "../require/requireNotNegative.ts";
import { requireOptions } from "../require/requireOptions.ts";
import type { PollutedRegression } from "./pollutedRegression.ts";
import { regressionBase } from "./regressionLoop.ts";

/**
 * Expected test error, above the noise, of one least-squares fit on n rows of which m are synthetic: labelled by
 * weights that are c away from the true ones. With p = m/n,
 *
 *   E = σ² d/(n − d − 1) + c² p [ (m + 2)/(n + 2) + (1 − p) n (n + 1)(d − 1) / ((n − 1)(n + 2)(n − d − 1)) ]
 *
 * For large n this is σ² d/n + p² c²: a floor that no amount of data removes, whatever small share is synthetic.
 * From the moments of the matrix-variate beta distribution of the synthetic part of XᵀX.
 *
 * @param options.rows n, an integer ≥ features + 2
 * @param options.syntheticRows m, an integer, 0 … n
 * @param options.features d, an integer ≥ 1; x ~ N(0, I_d)
 * @param options.noiseVariance σ², ≥ 0
 * @param options.shift c², squared distance of the synthetic weights from the true ones, ≥ 0
 * @returns squared error, ≥ 0, in the unit of noiseVariance; exact; lower is better
 * @throws {RangeError} if an argument is out of range
 * @see Dohmatob et al. (2025), arXiv:2410.04840, for the floor; Konno (1988), J. Japan Statist. Soc. 18(2):123–130,
 * for the moments; exact form derived for this course — chapter 4
 * @example
 * const polluted = { rows: 1000, syntheticRows: 100, features: 10, noiseVariance: 0, shift: 1 };
 * Number(strongCollapseError(polluted).toFixed(5)) // => 0.011
 */
export function strongCollapseError(options: PollutedRegression): number {
  const action = "compute strongCollapseError";
  requireOptions(action, options);
  const noise = regressionBase(action, options);
  const { rows: n, syntheticRows: m, features: d, shift } = options;
  requireInteger(action, "syntheticRows", m);
  if (m > n) {
    throw new RangeError(`Cannot ${action}: syntheticRows must be at most rows (${n}), got ${m}`);
  }
  requireNotNegative(action, "shift", shift);
  const spread = ((1 - m / n) * (d - 1) * (n / (n - 1)) * ((n + 1) / (n + 2))) / (n - d - 1);
  return noise + shift * (m / n) * ((m + 2) / (n + 2) + spread);
}
