import { requireInteger } from "../require/requireInteger.ts";
import { type RegressionLoop, regressionBase } from "./regressionLoop.ts";

/**
 * Expected test error, above the noise, of the n-th least-squares fit in a replace loop:
 *
 *   E ‖ŵ_n − w‖² = n σ² d / (T − d − 1)
 *
 * It grows without bound, a full step each time: every fit adds its own noise and forgets nothing of the last one's.
 *
 * @param generation n, fits since the true weights (the fit to human data is 1), an integer ≥ 0
 * @param loop rows T, features d, noiseVariance σ²
 * @returns squared error, ≥ 0, in the unit of noiseVariance; exact; lower is better
 * @throws {RangeError} if generation or the loop is out of range
 * @see Gerstgrasser et al. (2024), arXiv:2404.01413 — chapter 9
 * @example regressionErrorUnderReplace(10, { rows: 111, features: 10, noiseVariance: 1 }) // => 1
 */
export function regressionErrorUnderReplace(generation: number, loop: RegressionLoop): number {
  requireInteger("compute regressionErrorUnderReplace", "generation", generation);
  return generation * regressionBase("compute regressionErrorUnderReplace", loop);
}
