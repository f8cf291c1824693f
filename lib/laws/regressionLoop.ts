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
