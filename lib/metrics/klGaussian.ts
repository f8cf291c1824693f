import { requireFiniteNumber } from "../require/requireFiniteNumber.ts";
import { requireOptions } from "../require/requireOptions.ts";
import { requireBase } from "./parts/requireBase.ts";
import { type MeanAndSd, requireMeanAndSd } from "./parts/requireMeanAndSd.ts";

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
export function klGaussian(a: MeanAndSd, b: MeanAndSd, options: { base: number }): number {
  const action = "compute klGaussian";
  const { base } = requireOptions(action, options);
  requireBase(action, base);
  for (const [name, gaussian] of Object.entries({ a, b })) {
    requireMeanAndSd(action, name, gaussian);
    requireFiniteNumber(action, `${name}.sd`, gaussian.sd, 0);
  }
  const shift = (a.mean - b.mean) / b.sd;
  return (ofSds(a.sd, b.sd) + shift ** 2 / 2) / Math.log(base);
}

/** (r² − 1)/2 − ln r of the ratio r of two sds: what is left of the divergence where the means agree. */
function ofSds(a: number, b: number): number {
  const v = (a - b) / (a + b);
  if (Math.abs(v) > 0.1) {
    const ratio = a / b;
    const logRatio = ratio > 0 && ratio < Infinity ? Math.log(ratio) : Math.log(a) - Math.log(b);
    return (ratio - 1) * (ratio + 1) * 0.5 - logRatio;
  }
  // r = (1 + v)/(1 − v) and ln r = 2 (v + v³/3 + …): what is of order v is gone before anything is rounded
  let tail = 0;
  for (let k = 17; k >= 3; k -= 2) tail = (tail + 1 / k) * v * v;
  return 2 * v * ((v * (2 - v)) / (1 - v) ** 2 - tail);
}
