/** What a smoothing may know about a context: a string of tokens that stands before the next one. */
export interface SeenContext {
  /** How many tokens it has, 0 … order − 1. */
  readonly length: number;
  /** True if it is all that was asked about: no longer context comes before it. */
  readonly longest: boolean;
  /** How often it was seen, ≥ 1. A context never seen is passed over. */
  readonly occurrences: number;
  /** How many different tokens were seen after it. */
  readonly successors: number;
  readonly vocabularySize: number;
}

/**
 * How far an n-gram model trusts what it saw. For each context, from the longest to the empty one, it gives a share to
 * the relative frequencies of the tokens seen after it; the rest goes to the context one token shorter, and what
 * is left after the empty context to all tokens of the vocabulary alike:
 *
 *   p(w | c) = trust(c) · count(c w) / count(c)  +  (1 − trust(c)) · p(w | c without its oldest token)
 *
 * So every smoothing is a mixture, and a model writes exactly by choosing a part and copying a random occurrence.
 */
export interface Smoothing {
  /** Lower case, as it stands in a sentence. */
  readonly name: string;
  /** Refuses an order that it has no parameters for. */
  requireOrder?(order: number): void;
  /** The share of this context's own relative frequencies, 0–1. */
  trust(context: SeenContext): number;
}
