import { requireInteger } from "../require/requireInteger.ts";
import { requireOptions } from "../require/requireOptions.ts";
import { type RegressionSignal, requireSignal } from "./regressionSignal.ts";

/**
 * How far to shrink the n-th fit of a regression loop towards 0:  s* = r² / (r² + n τ).
 *
 * It falls with every generation: what is learned from ever worse labels must be regularised ever more. As a ridge
 * penalty, λ/T = n τ / r².
 *
 * @param generation n, fits since the true weights, an integer ≥ 0
 * @param options.signal r², squared length of the true weights, ≥ 0
 * @param options.fitError τ, error that one least-squares fit adds (σ² d/T), ≥ 0, in the same unit
 * @returns factor, 0 … 1; 1 where there is no error to shrink
 * @throws {RangeError} if an argument is out of range
 * @see Dohmatob, Feng, Kempe (2024), arXiv:2402.07712 ("adaptive regularization"); this form derived for this
 * course — chapter 13
 * @example adaptiveShrinkage(3, { signal: 1, fitError: 1 }) // => 0.25
 */
export function adaptiveShrinkage(generation: number, options: RegressionSignal): number {
  const { signal, fitError } = requireOptions("compute adaptiveShrinkage", options);
  requireInteger("compute adaptiveShrinkage", "generation", generation);
  requireSignal("compute adaptiveShrinkage", { signal, fitError });
  const error = generation * fitError;
  return error === 0 ? 1 : signal / (signal + error);
}
