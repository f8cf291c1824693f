import { requireInteger } from "../require/requireInteger.ts";
import { requireOptions } from "../require/requireOptions.ts";
import { requireShare } from "../require/requireShare.ts";

/**
 * How many clean examples a mixture is worth to a memorising learner once it has escaped the plateau: T_eff = π T.
 *
 * Of T examples with a share π of clean ones only the clean ones teach the tail, so
 * {@link zipfHutterError}(T, cut, π) = {@link zipfHutterError}(πT) from well above {@link escapeTokens} on.
 *
 * @param tokens T, training examples, an integer ≥ 0
 * @param options.cleanShare π, 0 … 1
 * @returns number of examples, 0 … T
 * @throws {RangeError} if tokens or cleanShare is out of range
 * @see Dohmatob et al. (2024), arXiv:2402.07043 — chapter 4
 * @example effectiveTokens(1e7, { cleanShare: 0.01 }) // => 100000
 */
export function effectiveTokens(tokens: number, options: { cleanShare: number }): number {
  const { cleanShare } = requireOptions("compute effectiveTokens", options);
  requireInteger("compute effectiveTokens", "tokens", tokens);
  requireShare("compute effectiveTokens", "cleanShare", cleanShare);
  return cleanShare * tokens;
}
