import { digamma } from "../numerics/polygamma.ts";
import { requireInteger } from "../require/requireInteger.ts";
import { type RegressionLoop, regressionBase } from "./regressionLoop.ts";

/**
 * Expected test error, above the noise, of the n-th least-squares fit in a replace loop whose data grow: fit i sees i·T
 * new rows, all labelled by the fit before.
 *
 *   E ‖ŵ_n − w‖² = Σ σ² d / (i T − d − 1), i = 1 … n      =      (σ² d / T) [ψ(n + 1 − a) − ψ(1 − a)],  a = (d + 1)/T
 *
 * As much data as accumulate has, but none of it human: the error still grows for ever, like ln n.
 *
 * @param generation n, fits since the true weights (the fit to human data is 1), an integer ≥ 0
 * @param loop rows T of the first fit, features d, noiseVariance σ²
 * @returns squared error, ≥ 0, in the unit of noiseVariance; exact; lower is better
 * @throws {RangeError} if generation or the loop is out of range
 * @see Gerstgrasser et al. (2024), arXiv:2404.01413 (order ln n); sum derived for this course — chapter 9
 * @example
 * const regression = { rows: 111, features: 10, noiseVariance: 1 };
 * Number(regressionErrorUnderGrowth(10, regression).toFixed(3)) // => 0.279
 */
export function regressionErrorUnderGrowth(generation: number, loop: RegressionLoop): number {
  const action = "compute regressionErrorUnderGrowth";
  requireInteger(action, "generation", generation);
  const base = regressionBase(action, loop);
  if (generation < 2) return generation * base;
  const { rows, features, noiseVariance } = loop;
  const start = 1 - (features + 1) / rows;
  return base + ((noiseVariance * features) / rows) * (digamma(generation + start) - digamma(1 + start));
}
