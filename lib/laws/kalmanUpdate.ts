import { requireFiniteNumber } from "../require/requireFiniteNumber.ts";
import { requireNotNegative } from "../require/requireNotNegative.ts";
import { requireOptions } from "../require/requireOptions.ts";

/**
 * One round of the Kalman filter of a local-level model (the scalar Riccati equation): the truth moves by a step of
 * variance Q, then an observation of variance R comes in.
 *
 *   P = P_t + Q,   gain = P / (P + R),   P_{t+1} = (1 − gain) P
 *
 * Repeated, the gain tends to {@link goldenWeight}(Q/R) and the variance to gain · R: the golden ratio is a Kalman gain.
 *
 * @param variance P_t, variance of the estimate so far, ≥ 0
 * @param options.process Q, variance of one step, > 0, in the same unit
 * @param options.observation R, variance of one observation, > 0, in the same unit
 * @returns the gain, 0 … 1, and the variance after the round
 * @throws {RangeError} if an argument is out of range
 * @see Kalman (1960), J. Basic Eng. 82(1):35–45, doi:10.1115/1.3662552 — chapter 11
 * @example kalmanUpdate(0, { process: 1, observation: 1 }) // => { gain: 0.5, variance: 0.5 }
 */
export function kalmanUpdate(
  variance: number,
  options: { process: number; observation: number },
): { gain: number; variance: number } {
  const action = "compute kalmanUpdate";
  const { process, observation } = requireOptions(action, options);
  requireNotNegative(action, "variance", variance);
  requireFiniteNumber(action, "process", process, 0);
  requireFiniteNumber(action, "observation", observation, 0);
  const gain = 1 / (1 + observation / (variance + process));
  return { gain, variance: gain * observation };
}
