import { requireInteger } from "../require/requireInteger.ts";
import { requireNotNegative } from "../require/requireNotNegative.ts";

/**
 * A loop of least squares: x ~ N(0, I_d), y = x·w + noise. Each generation labels its rows with the weights of the one
 * before, adding the same noise, and fits again.
 */
export interface RegressionLoop {
  /** Rows T that a generation writes, an integer ≥ features + 2. */
  readonly rows: number;
  /** Dimension d, an integer ≥ 1. */
  readonly features: number;
  /** Variance σ² of the noise on a label, ≥ 0. */
  readonly noiseVariance: number;
}

/** σ² d / (T − d − 1): the expected excess error of one least-squares fit on T Gaussian rows, after refusals. */
export function regressionBase(action: string, { rows, features, noiseVariance }: RegressionLoop): number {
  requireInteger(action, "features", features, 1);
  requireInteger(action, "rows", rows, features + 2);
  requireNotNegative(action, "noiseVariance", noiseVariance);
  return (noiseVariance * features) / (rows - features - 1);
}
