import { requireFiniteNumber } from "../require/requireFiniteNumber.ts";
import { requireInteger } from "../require/requireInteger.ts";
import { requireOptions } from "../require/requireOptions.ts";

/**
 * Expected squared error of a mean that is a weighted average, w of n fresh human samples and 1 − w of m synthetic ones,
 * in units of σ²/n; with k = n/m
 *
 *   E_0 = 1,   E_{t+1} = w² + (1 − w)² (E_t + k)      →      f(w) = (w² + k (1 − w)²) / (w (2 − w))
 *
 * Smallest at w = {@link goldenWeight}(k), where f(w) = w.
 *
 * @param generation t, an integer ≥ 0, or Infinity for the limit f(w); generation 0 learns from human data alone
 * @param options.weight w of the human data, above 0 and at most 1
 * @param options.ratio k = n/m, human over synthetic samples per round, > 0
 * @returns ratio, > 0; exact; below 1 the synthetic data help
 * @throws {RangeError} if an argument is out of range
 * @see He, Xu, Cheng (2025), arXiv:2502.18049, doi:10.1093/jrsssb/qkag099 — chapter 11
 * @example Number(weightedError(Infinity, { weight: 0.5, ratio: 1 }).toFixed(4)) // => 0.6667
 */
export function weightedError(generation: number, options: { weight: number; ratio: number }): number {
  const action = "compute weightedError";
  const { weight, ratio } = requireOptions(action, options);
  if (generation !== Infinity) requireInteger(action, "generation", generation);
  requireFiniteNumber(action, "ratio", ratio, 0);
  if (!(weight > 0 && weight <= 1)) {
    throw new RangeError(`Cannot ${action}: weight must be above 0 and at most 1, got ${String(weight)}`);
  }
  const limit = (weight ** 2 + ratio * (1 - weight) ** 2) / (weight * (2 - weight));
  if (generation === 0) return 1;
  return limit + (1 - limit) * Math.exp(2 * generation * Math.log1p(-weight));
}
