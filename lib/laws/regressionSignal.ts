import { requireNotNegative } from "../require/requireNotNegative.ts";

/** How strong the truth is in a regression loop, and how much error one fit adds. */
export interface RegressionSignal {
  /** Squared length r² of the true weights, ≥ 0. */
  readonly signal: number;
  /** Error τ that one least-squares fit adds, about σ² d/T, ≥ 0, in the unit of signal. */
  readonly fitError: number;
}

/** Refuses a signal or a fit error that is negative or not finite. `action` completes "Cannot …". */
export function requireSignal(action: string, { signal, fitError }: RegressionSignal): void {
  requireNotNegative(action, "signal", signal);
  requireNotNegative(action, "fitError", fitError);
}
