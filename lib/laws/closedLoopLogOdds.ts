import { requireFiniteNumber } from "../require/requireFiniteNumber.ts";
import { requireInteger } from "../require/requireInteger.ts";
import { requireOptions } from "../require/requireOptions.ts";

/**
 * Log-odds between two items after t generations of sampling at temperature T and learning from that alone, with data
 * without end:  ln(p_i/p_j) is multiplied by 1/T in every generation.
 *
 * Below T = 1 the larger grows until nothing else is left; above it all become alike.
 *
 * @param logOdds ln(p_i/p_j) in the human law, in nats
 * @param generation t, an integer ≥ 0
 * @param options.temperature T, > 0
 * @returns log-odds in nats, logOdds / T^t; Infinity where a double cannot hold it
 * @throws {RangeError} if an argument is out of range
 * @see Marchi et al. (2024), arXiv:2404.02325; derived for this course — chapter 7
 * @example closedLoopLogOdds(1, 3, { temperature: 0.5 }) // => 8
 */
export function closedLoopLogOdds(
  logOdds: number,
  generation: number,
  options: { temperature: number },
): number {
  const action = "compute closedLoopLogOdds";
  const { temperature } = requireOptions(action, options);
  requireFiniteNumber(action, "logOdds", logOdds);
  requireInteger(action, "generation", generation);
  requireFiniteNumber(action, "temperature", temperature, 0);
  return logOdds === 0 ? 0 : logOdds * temperature ** -generation;
}
