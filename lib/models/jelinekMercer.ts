import { requireOptions } from "../require/requireOptions.ts";
import type { Smoothing } from "./smoothing.ts";

/**
 * Jelinek–Mercer smoothing with fixed weights: a mixture of 1/V and of the relative frequencies after contexts of
 * 0, 1, 2, … tokens. For a bigram model with weights [0.02, 0.38, 0.6]:
 *
 *   p(w | v) = 0.02 / V + 0.38 · count(w) / N + 0.6 · count(v w) / count(v)
 *
 * After a context that was never seen, its weight goes to the shorter ones in proportion. The weights do not grow with
 * the counts: so what a loop does to the model is what it does to the counts.
 *
 * @param options.weights the share of 1/V first, then of unigrams, bigrams, … up to the model's order; shape (order + 1),
 *   each ≥ 0, sum 1 within 1e-9. The course's bigrams use [0.02, 0.38, 0.6]
 * @returns a smoothing for `ngram`
 * @throws {RangeError} if a weight is negative or not finite, or they do not sum to 1, or their number does not fit the
 *   order of the model
 * @see Jelinek, Mercer (1980), Pattern Recognition in Practice, 381–397 — chapter 7
 * @example
 * const smoothing = jelinekMercer({ weights: [0.25, 0.25, 0.5] });
 * ngram({ order: 2, vocabularySize: 2, smoothing }).fit([0, 0, 0, 1]).distribution([1]) // => Float64Array [0.8125, 0.1875]
 */
export function jelinekMercer(options: { weights: readonly number[] }): Smoothing {
  const { weights } = requireOptions("smooth by Jelinek–Mercer", options);
  const below: number[] = []; // below[k]: the sum of the first k + 1 weights
  for (const [i, weight] of weights.entries()) {
    if (!(weight >= 0 && weight < Infinity)) {
      throw new RangeError(
        `Cannot smooth by Jelinek–Mercer: weights[${i}] must be finite and not negative, got ${String(weight)}`,
      );
    }
    below.push((below[i - 1] ?? 0) + weight);
  }
  if (!(Math.abs((below.at(-1) ?? 0) - 1) <= 1e-9)) {
    throw new RangeError(
      `Cannot smooth by Jelinek–Mercer: weights must sum to 1, got ${String(below.at(-1) ?? 0)}`,
    );
  }
  const shares = weights.map((weight, i) => (weight === 0 ? 0 : weight / below[i]!));
  return Object.freeze({
    name: `Jelinek–Mercer ${weights.join("/")}`,
    requireOrder(order: number) {
      if (weights.length !== order + 1) {
        throw new RangeError(
          `Cannot smooth by Jelinek–Mercer: weights must hold ${order + 1} values for order ${order}, got ${weights.length}`,
        );
      }
    },
    trust: ({ length }: Parameters<Smoothing["trust"]>[0]) => shares[length + 1]!,
  });
}
