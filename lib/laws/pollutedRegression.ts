import type { RegressionLoop } from "./regressionLoop.ts";

/** One least-squares fit on human and synthetic rows together. */
export interface PollutedRegression extends RegressionLoop {
  /** Rows m with synthetic labels among them, an integer, 0 … rows. */
  readonly syntheticRows: number;
  /** Squared distance c² of the synthetic weights from the true ones, ≥ 0. */
  readonly shift: number;
}
