import type { NextToken } from "./nextToken.ts";

/** Tokens seen after a context or one of its shorter ends, with what the relative frequencies there add up to. */
export interface Successors {
  /** In order, each once. */
  readonly tokens: Uint32Array;
  /** Σ weight · relative frequency over the lengths, all but that of the empty context; of each token. */
  readonly values: Float64Array;
  /** The longest context once the token is written, one more than its number; 0 if it must be looked up. */
  readonly follow: Uint32Array;
}

/** `weights` as `NextToken.mixture` gives them. */
export type ListSuccessors = (length: number, context: number, weights: Float64Array) => Successors;

/** A lister for one model; it keeps arrays of the vocabulary's size, all zero between two calls. */
export function listSuccessors({ tree, order, after, vocabularySize }: NextToken): ListSuccessors {
  const { text, places, strings } = tree;
  const sums = new Float64Array(vocabularySize);
  const next = new Uint32Array(vocabularySize);
  return (length, context, weights) => {
    const listed: number[] = [];
    for (let k = length, here = context; k >= 1; k -= 1) {
      const { first, shorter } = strings[k]!;
      const [from, to] = [first[here]!, first[here + 1]!];
      const part = weights[k]! / (to - from);
      const known = k >= order - 2; // k tokens and the one written are the whole of the next context
      for (let i = from; part > 0 && i < to; i += 1) {
        const place = places[i]!;
        const token = text[place]!;
        if (sums[token] === 0) listed.push(token);
        sums[token]! += part;
        if (known) next[token] = after[place + 1]! + 1;
      }
      here = shorter[here]!;
    }
    const tokens = Uint32Array.from(listed).sort();
    const values = new Float64Array(tokens.length);
    const follow = new Uint32Array(tokens.length);
    for (let i = 0; i < tokens.length; i += 1) {
      const token = tokens[i]!;
      values[i] = sums[token]!;
      follow[i] = next[token]!;
      sums[token] = 0;
      next[token] = 0;
    }
    return { tokens, values, follow };
  };
}
