import type { Smoothing } from "./smoothing.ts";

/**
 * No smoothing: the next token comes with its relative frequency after the longest context that was seen, and what
 * was never seen never comes. As long as a model writes by itself, it never meets a context it has not seen.
 *
 * @returns a smoothing for `ngram`
 * @see Jurafsky, Martin (2025), Speech and Language Processing, 3rd ed. draft, §3.1 — chapter 7
 * @example ngram({ order: 2, vocabularySize: 3, smoothing: unsmoothed() }).fit([0, 1, 0, 2]).distribution([0]) // => Float64Array [0, 0.5, 0.5]
 */
export function unsmoothed(): Smoothing {
  return Object.freeze({ name: "unsmoothed", trust: () => 1 });
}
