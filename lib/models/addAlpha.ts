import { requireOptions } from "../require/requireOptions.ts";
import type { Smoothing } from "./smoothing.ts";

/**
 * Add-α smoothing (Lidstone; Laplace for α = 1): every token counts as if it had been seen α times more after
 * every context.
 *
 *   p(w | c) = (count(c w) + α) / (count(c) + α V)
 *
 * Shorter contexts play no part. In a replace loop it pulls every frequency towards 1/V: each generation keeps the
 * share N / (N + αV) of the distance. A loop with it ends in noise, not in repetition.
 *
 * @param options.alpha what is added to every count, > 0
 * @returns a smoothing for `ngram`
 * @throws {RangeError} if alpha is not finite and above 0
 * @see Chen, Goodman (1999), Comput. Speech Lang. 13(4):359–394, doi:10.1006/csla.1999.0128 — chapter 7
 * @example
 * const family = ngram({ order: 2, vocabularySize: 4, smoothing: addAlpha({ alpha: 0.5 }) });
 * family.fit([0, 1, 0, 2]).distribution([0]) // => Float64Array [0.125, 0.375, 0.375, 0.125]
 */
export function addAlpha(options: { alpha: number }): Smoothing {
  const { alpha } = requireOptions("smooth by adding", options);
  if (!(alpha > 0 && alpha < Infinity)) {
    throw new RangeError(`Cannot smooth by adding: alpha must be finite and above 0, got ${String(alpha)}`);
  }
  return Object.freeze({
    name: `add-${alpha}`,
    trust: ({ longest, occurrences, vocabularySize }: Parameters<Smoothing["trust"]>[0]) =>
      longest ? occurrences / (occurrences + alpha * vocabularySize) : 0,
  });
}
