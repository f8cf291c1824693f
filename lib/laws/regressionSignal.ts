/** How strong the truth is in a regression loop, and how much error one fit adds. */
export interface RegressionSignal {
  /** Squared length r² of the true weights, ≥ 0. */
  readonly signal: number;
  /** Error τ that one least-squares fit adds, about σ² d/T, ≥ 0, in the unit of signal. */
  readonly fitError: number;
}
