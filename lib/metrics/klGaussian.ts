import { requireBase } from "../internal/requireBase.ts";
import { requireFiniteNumber } from "../internal/requireFiniteNumber.ts";
import { type MeanAndSd, requireMeanAndSd } from "../internal/requireMeanAndSd.ts";

/**
 * Kullback–Leibler divergence KL(a‖b) of two one-dimensional Gaussians, in closed form (in nats):
 *
 *   log(sd_b / sd_a) + (sd_a² + (mean_a − mean_b)²) / (2 sd_b²) − ½
 *
 * Not symmetric. It grows without bound as b collapses to a point: what b cannot make costs most. Lower is better.
 *
 * @param a mean and sd of the true distribution, sd > 0, in some unit u
 * @param b mean and sd of the model, sd > 0, in the same unit
 * @param options.base of the logarithm: 2 for bits, Math.E for nats; it has no default
 * @returns divergence in units of log base, ≥ 0; 0 exactly when both agree
 * @throws {RangeError} if a mean is not finite, an sd is not finite and above 0, or base is not > 1
 * @see Kullback, Leibler (1951), Ann. Math. Stat. 22(1):79–86, doi:10.1214/aoms/1177729694 — chapter 6
 * @example klGaussian({ mean: 0, sd: 1 }, { mean: 1, sd: 2 }, { base: Math.E }).toFixed(6) // => "0.443147"
 */
export function klGaussian(a: MeanAndSd, b: MeanAndSd, { base }: { base: number }): number {
  const action = "compute klGaussian";
  requireBase(action, base);
  for (const [name, gaussian] of Object.entries({ a, b })) {
    requireMeanAndSd(action, name, gaussian);
    requireFiniteNumber(action, `${name}.sd`, gaussian.sd, 0);
  }
  const ratio = a.sd / b.sd;
  const logRatio = ratio > 0 && ratio < Infinity ? Math.log(ratio) : Math.log(a.sd) - Math.log(b.sd);
  const shift = (a.mean - b.mean) / b.sd;
  const nats = (ratio - 1) * (ratio + 1) * 0.5 - logRatio + shift ** 2 / 2;
  return Math.max(0, nats) / Math.log(base);
}
