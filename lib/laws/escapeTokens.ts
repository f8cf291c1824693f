import { requireFiniteNumber } from "../require/requireFiniteNumber.ts";
import { requireInteger } from "../require/requireInteger.ts";
import { requireOptions } from "../require/requireOptions.ts";
import { requireShare } from "../require/requireShare.ts";
import { requireZipf } from "./parts/zipfMiss.ts";

/**
 * About how many examples a memorising learner needs before a share π of clean data lifts it off the plateau of a tail
 * cut at rank k ("grokking"):  T ≈ k^β / π.
 *
 * An order of magnitude, the point where the clean part shows rank k about once; the curve bends over a decade.
 *
 * @param options.exponent β, above 1
 * @param options.cut k, last rank that the model knows, an integer ≥ 1
 * @param options.cleanShare π, above 0 and at most 1
 * @returns number of examples, ≥ 1
 * @throws {RangeError} if an argument is out of range
 * @see Dohmatob et al. (2024), arXiv:2402.07043 — chapter 4
 * @example Math.round(escapeTokens({ exponent: 1.5, cut: 100, cleanShare: 0.01 })) // => 100000
 */
export function escapeTokens(options: { exponent: number; cut: number; cleanShare: number }): number {
  const action = "compute escapeTokens";
  const { exponent, cut, cleanShare } = requireOptions(action, options);
  requireZipf(action, exponent);
  requireInteger(action, "cut", cut, 1);
  requireShare(action, "cleanShare", cleanShare);
  requireFiniteNumber(action, "cleanShare", cleanShare, 0);
  return cut ** exponent / cleanShare;
}
