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

/** Tokens that follow one context, each once, with how often. */
interface Counted {
  readonly tokens: readonly number[];
  readonly counts: readonly number[];
  /** As in {@link Successors}. */
  readonly follow: readonly number[];
}

/** A lister for one model; it keeps arrays of the vocabulary's size, all zero between two calls. */
export function listSuccessors({ tree, order, after, vocabularySize }: NextToken): ListSuccessors {
  const { text, places, strings } = tree;
  const sums = new Float64Array(vocabularySize);
  const next = new Uint32Array(vocabularySize);
  const count = new Uint32Array(vocabularySize);
  const last = new Uint32Array(vocabularySize);
  // Many contexts end in the same shorter one: its occurrences are counted once.
  const known = strings.map(({ first }) => new Array<Counted | undefined>(first.length - 1));

  const counted = (k: number, context: number): Counted => {
    const { first } = strings[k]!;
    const tokens: number[] = [];
    for (let i = first[context]!; i < first[context + 1]!; i += 1) {
      const place = places[i]!;
      const token = text[place]!;
      if (count[token] === 0) tokens.push(token);
      count[token]! += 1;
      // k tokens and the one written may be the whole of the next context, which the place then knows
      last[token] = k === order - 2 ? after[place + 1]! + 1 : 0;
    }
    const counts = tokens.map((token) => count[token]!);
    const follow = tokens.map((token) => last[token]!);
    for (const token of tokens) count[token] = 0;
    return { tokens, counts, follow };
  };

  return (length, context, weights) => {
    const listed: number[] = [];
    for (let k = length, here = context; k >= 1; k -= 1) {
      const { first, shorter } = strings[k]!;
      const [from, to] = [first[here]!, first[here + 1]!];
      const part = weights[k]! / (to - from);
      if (k === order - 1) {
        for (let i = from; part > 0 && i < to; i += 1) {
          const place = places[i]!;
          const token = text[place]!;
          if (sums[token] === 0) listed.push(token);
          sums[token]! += part;
          next[token] = after[place + 1]! + 1;
        }
      } else if (part > 0) {
        known[k]![here] ??= counted(k, here);
        const { tokens, counts, follow } = known[k]![here]!;
        for (let i = 0; i < tokens.length; i += 1) {
          const token = tokens[i]!;
          if (sums[token] === 0) listed.push(token);
          sums[token]! += counts[i]! * part;
          if (follow[i]! > 0) next[token] = follow[i]!;
        }
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
