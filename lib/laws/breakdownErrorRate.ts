import { requireOptions } from "../require/requireOptions.ts";
import { requireShare } from "../require/requireShare.ts";

/**
 * The label error rate at which a verifier stops saving synthetic labels. It keeps a correct label with probability φ
 * and a wrong one with probability ψ; learning from what it keeps
 *
 *   gets better and better if p < p* = 1 / (1 + ψ/φ), and worse and worse if p > p*
 *
 * A verifier need not be right; it must only keep the right ones often enough.
 *
 * @param options.keepsCorrect φ, 0 … 1
 * @param options.keepsWrong ψ, 0 … 1; not 0 together with φ
 * @returns error rate p*, 0 … 1; higher is better
 * @throws {RangeError} if a rate is out of range, or both are 0
 * @see Feng et al. (2024), arXiv:2406.07515 — chapter 14
 * @example Number(breakdownErrorRate({ keepsCorrect: 0.8, keepsWrong: 0.3 }).toFixed(4)) // => 0.7273
 */
export function breakdownErrorRate(options: { keepsCorrect: number; keepsWrong: number }): number {
  const action = "compute breakdownErrorRate";
  const { keepsCorrect, keepsWrong } = requireOptions(action, options);
  requireShare(action, "keepsCorrect", keepsCorrect);
  requireShare(action, "keepsWrong", keepsWrong);
  if (keepsCorrect + keepsWrong === 0) {
    throw new RangeError(`Cannot ${action}: keepsCorrect and keepsWrong must not both be 0, got 0 and 0`);
  }
  return keepsCorrect / (keepsCorrect + keepsWrong);
}
