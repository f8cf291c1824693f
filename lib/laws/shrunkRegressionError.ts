import { requireInteger } from "../require/requireInteger.ts";
import { requireOptions } from "../require/requireOptions.ts";
import { requireShare } from "../require/requireShare.ts";
import { type RegressionSignal, requireSignal } from "./regressionSignal.ts";

/**
 * Test error, above the noise, when generations 1 … n are fitted by least squares, each to the labels of the one
 * before, and only the last is shrunk towards 0 by a factor s (ridge: s = 1/(1 + λ/T)):
 *
 *   E_n = (1 − s)² r² + s² n τ
 *
 * Bias and variance in two terms; {@link adaptiveShrinkage} is the best s.
 *
 * @param generation n, fits since the true weights, an integer ≥ 0
 * @param options.signal r², squared length of the true weights, ≥ 0
 * @param options.fitError τ, error that one least-squares fit adds (σ² d/T), ≥ 0, in the same unit
 * @param options.shrinkage s, 0 (all is shrunk away) … 1 (no ridge)
 * @returns squared error, ≥ 0, in the unit of signal; lower is better
 * @throws {RangeError} if an argument is out of range
 * @see Dohmatob, Feng, Kempe (2024), arXiv:2402.07712; this form derived for this course — chapter 13
 * @example shrunkRegressionError(2, { signal: 1, fitError: 0.25, shrinkage: 0.5 }) // => 0.375
 */
export function shrunkRegressionError(
  generation: number,
  options: RegressionSignal & { shrinkage: number },
): number {
  const action = "compute shrunkRegressionError";
  const { signal, fitError, shrinkage } = requireOptions(action, options);
  requireInteger(action, "generation", generation);
  requireSignal(action, { signal, fitError });
  requireShare(action, "shrinkage", shrinkage);
  return (1 - shrinkage) ** 2 * signal + shrinkage ** 2 * generation * fitError;
}
