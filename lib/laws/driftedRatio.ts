import { requireFiniteNumber } from "../require/requireFiniteNumber.ts";
import { requireInteger } from "../require/requireInteger.ts";
import { requireNotNegative } from "../require/requireNotNegative.ts";
import { requireOptions } from "../require/requireOptions.ts";

/**
 * The k to give to {@link goldenWeight} when the world itself moves: its mean takes a step of variance q each round.
 *
 *   k = (q + σ²/m) / (σ²/n)
 *
 * Process noise over observation noise of a local-level model. The faster the world, the more weight for the new data.
 *
 * @param options.human n, fresh human samples per round, an integer ≥ 1
 * @param options.synthetic m, synthetic samples per round, an integer ≥ 1
 * @param options.variance σ² of a sample, > 0
 * @param options.drift q, variance of the world's step per round, ≥ 0, in the unit of variance
 * @returns k, > 0; n/m when nothing drifts
 * @throws {RangeError} if an argument is out of range
 * @see derived for this course, after He, Xu, Cheng (2025), arXiv:2502.18049 — chapter 12
 * @example
 * const ratio = driftedRatio({ human: 100, synthetic: 100, variance: 1, drift: 0.02 });
 * Number(goldenWeight(ratio).toFixed(3)) // => 0.791
 */
export function driftedRatio(options: {
  human: number;
  synthetic: number;
  variance: number;
  drift: number;
}): number {
  const action = "compute driftedRatio";
  const { human, synthetic, variance, drift } = requireOptions(action, options);
  requireInteger(action, "human", human, 1);
  requireInteger(action, "synthetic", synthetic, 1);
  requireFiniteNumber(action, "variance", variance, 0);
  requireNotNegative(action, "drift", drift);
  return human * (drift / variance + 1 / synthetic);
}
