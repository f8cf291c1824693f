import { requireInteger } from "../require/requireInteger.ts";
import { requireOptions } from "../require/requireOptions.ts";
import { requireShare } from "../require/requireShare.ts";
import { requireZipf, zipfMiss } from "./parts/zipfMiss.ts";

/**
 * {@link hutterError} for a Zipf law p_i ∝ i^(−β) and training data from a model that knows only its first k ranks,
 * mixed with a share π of clean data:
 *
 *   q = π p + (1 − π) p(· | i ≤ k),      E = Σ p_i (1 − q_i)^T
 *
 * The error falls as in {@link leadingOrderHutterError}, stops at {@link zipfTailMass}, and — when π > 0 — falls again
 * from about T = {@link escapeTokens} on, as if only πT examples counted.
 *
 * The first 999 ranks are summed; the rest is an integral with its end corrections (Euler–Maclaurin), so neither the
 * number of types nor T costs time.
 *
 * @param tokens T, training examples, an integer ≥ 0
 * @param options.exponent β, above 1
 * @param options.types number of ranks there are, an integer ≥ 1, or Infinity (if left out)
 * @param options.cut k, last rank that the model knows, an integer ≥ 1, or Infinity (if left out): no cut
 * @param options.cleanShare π, 0 … 1; 0 if left out. Without a cut it makes no difference
 * @returns error, 0 … 1; relative error below 1e-9 down to 1e-12; lower is better
 * @throws {RangeError} if an argument is out of range
 * @see Dohmatob et al. (2024), arXiv:2402.07043 — chapter 4
 * @example Number(zipfHutterError(1e5, { exponent: 1.5 }).toFixed(5)) // => 0.02029
 * @example Number(zipfHutterError(1e7, { exponent: 1.5, cut: 100, cleanShare: 0.01 }).toFixed(5)) // => 0.02029
 */
export function zipfHutterError(
  tokens: number,
  options: { exponent: number; types?: number; cut?: number; cleanShare?: number },
): number {
  const action = "compute zipfHutterError";
  const { exponent, types = Infinity, cut = Infinity, cleanShare = 0 } = requireOptions(action, options);
  requireInteger(action, "tokens", tokens);
  requireZipf(action, exponent);
  if (types !== Infinity) requireInteger(action, "types", types, 1);
  if (cut !== Infinity) requireInteger(action, "cut", cut, 1);
  requireShare(action, "cleanShare", cleanShare);

  const total = zipfMiss(1, types, exponent, 0, 0);
  if (cut >= types) return Math.min(1, zipfMiss(1, types, exponent, 1 / total, tokens) / total);
  const known = zipfMiss(1, cut, exponent, 0, 0);
  const weight = Math.min(1, cleanShare / total + (1 - cleanShare) / known); // of i^(−β) in q_i, for i ≤ k
  const head = zipfMiss(1, cut, exponent, weight, tokens);
  const tail = zipfMiss(cut + 1, types, exponent, cleanShare / total, tokens);
  return Math.min(1, (head + tail) / total);
}
