import { trigamma } from "../numerics/polygamma.ts";
import { requireInteger } from "../require/requireInteger.ts";
import { type RegressionLoop, regressionBase } from "./regressionLoop.ts";

/**
 * Expected test error, above the noise, of the n-th least-squares fit in an accumulate loop that labels the same rows
 * again each time and keeps all labels:
 *
 *   E ‖ŵ_n − w‖² = σ² d / (T − d − 1) · (1 + 1/4 + 1/9 + … + 1/n²)      →      · π²/6
 *
 * Keeping the data turns n into a sum that stops: ŵ_n = w + Σ X⁺ε_i / i. With new rows each time it is a little less.
 *
 * @param generation n, fits since the true weights (the fit to human data is 1), an integer ≥ 0, or Infinity
 * @param loop rows T, features d, noiseVariance σ²
 * @returns squared error, ≥ 0, in the unit of noiseVariance; exact; lower is better
 * @throws {RangeError} if generation or the loop is out of range
 * @see Gerstgrasser et al. (2024), arXiv:2404.01413; Dey, Donoho (2024), arXiv:2410.22812 — chapter 9
 * @example
 * const regression = { rows: 111, features: 10, noiseVariance: 1 };
 * Number(regressionErrorUnderAccumulate(10, regression).toFixed(3)) // => 0.155
 */
export function regressionErrorUnderAccumulate(generation: number, loop: RegressionLoop): number {
  const action = "compute regressionErrorUnderAccumulate";
  const base = regressionBase(action, loop);
  if (generation === Infinity) return (base * Math.PI ** 2) / 6;
  requireInteger(action, "generation", generation);
  return generation === 0 ? 0 : base * (Math.PI ** 2 / 6 - trigamma(generation + 1));
}
