import { requireInteger } from "../require/requireInteger.ts";
import { requireOptions } from "../require/requireOptions.ts";
import { requireShare } from "../require/requireShare.ts";
import { geometricSum } from "./parts/geometricSum.ts";
import { type RegressionSignal, requireSignal } from "./regressionSignal.ts";

/**
 * Test error, above the noise, of the n-th fit of a regression loop that shrinks every fit by the same factor s:
 *
 *   E_n = (1 − sⁿ)² r² + τ s² (1 − s²ⁿ) / (1 − s²)
 *
 * The variance stays bounded, and the truth is shrunk away, sⁿ at a time: a bias that accumulates.
 *
 * @param generation n, fits since the true weights, an integer ≥ 0
 * @param options.signal r², squared length of the true weights, ≥ 0
 * @param options.fitError τ, error that one least-squares fit adds (σ² d/T), ≥ 0, in the same unit
 * @param options.shrinkage s, 0 (all is shrunk away) … 1 (no ridge)
 * @returns squared error, ≥ 0, in the unit of signal; lower is better
 * @throws {RangeError} if an argument is out of range
 * @see Dohmatob, Feng, Kempe (2024), arXiv:2402.07712; this form derived for this course — chapter 13
 * @example constantRidgeError(2, { signal: 1, fitError: 0.25, shrinkage: 0.5 }) // => 0.640625
 */
export function constantRidgeError(
  generation: number,
  options: RegressionSignal & { shrinkage: number },
): number {
  const action = "compute constantRidgeError";
  const { signal, fitError, shrinkage } = requireOptions(action, options);
  requireInteger(action, "generation", generation);
  requireSignal(action, { signal, fitError });
  requireShare(action, "shrinkage", shrinkage);
  if (generation === 0) return 0;
  if (shrinkage === 0) return signal;
  const log = Math.log(shrinkage);
  const variance = fitError * shrinkage ** 2 * geometricSum(2 * log, generation);
  return Math.expm1(generation * log) ** 2 * signal + variance;
}
