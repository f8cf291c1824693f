import type { Smoothing } from "./smoothing.ts";

/**
 * Witten–Bell smoothing: a context that was followed by many different tokens is likely to be followed by another new
 * one. With N occurrences of the context and T different tokens after it:
 *
 *   p(w | c) = (count(c w) + T · p(w | c without its oldest token)) / (N + T)
 *
 * down to the empty context and, with its own T, to 1/V. The trust N / (N + T) grows with the count, and synthetic text
 * counts like human text: so a model that accumulates grows sure of what earlier models made up.
 *
 * @returns a smoothing for `ngram`
 * @see Witten, Bell (1991), IEEE Trans. Inf. Theory 37(4):1085–1094, doi:10.1109/18.87000 — chapter 7
 * @example
 * const family = ngram({ order: 1, vocabularySize: 4, smoothing: wittenBell() });
 * family.fit([0, 0, 0, 0, 0, 1]).distribution([]) // => Float64Array [0.6875, 0.1875, 0.0625, 0.0625]
 */
export function wittenBell(): Smoothing {
  return Object.freeze({
    name: "Witten–Bell",
    trust: ({ occurrences, successors }: Parameters<Smoothing["trust"]>[0]) =>
      occurrences / (occurrences + successors),
  });
}
