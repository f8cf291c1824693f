import type { SeenContext, Smoothing } from "../smoothing.ts";
import { type ContextTree, contextTree } from "./contextTree.ts";
import { lazily } from "./lazily.ts";

/** What an n-gram model says of the next token. A context is a number among the tree's strings of its length. */
export interface NextToken {
  readonly tree: ContextTree;
  readonly order: number;
  readonly vocabularySize: number;
  /** `trust[k][c]`: the smoothing's share for context c of k tokens, when a context of order − 1 was asked about. */
  readonly trust: readonly Float64Array[];
  /** The context of order − 1 tokens before each place, and before the place after the last; shape (n + 1). */
  readonly after: Uint32Array;
  /** Length and number of the longest seen context at the end of `written[0 … last]`, begun before place `start`. */
  state(written: Uint32Array, last: number, start: number): [length: number, context: number];
  /** Weights of the relative frequencies after a seen context and its shorter ends, by length, and of 1/V. */
  mixture(length: number, context: number): { weights: Float64Array; uniform: number };
  /** p(token | text[… end − 1]). */
  probability(token: number, text: ArrayLike<number>, end: number): number;
  distribution(text: ArrayLike<number>): Float64Array;
}

/** Counts a text of token ids, and applies a smoothing to the counts. */
export function nextToken(
  text: Uint32Array,
  order: number,
  vocabularySize: number,
  smoothing: Smoothing,
): NextToken {
  const longest = order - 1;
  const n = text.length;
  const tree = contextTree(text, vocabularySize, longest);
  const { places, strings, extend } = tree;
  const counting = lazily(() => contextTree(text, vocabularySize, order)); // counts n-grams too; not needed to write
  const successors = strings.map(({ first }) => lazily(() => successorTypes(tree, first, vocabularySize)));

  /** Shares of all contexts of one length, when contexts of `asked` tokens are asked about. */
  const trustAt = (length: number, asked: number): Float64Array => {
    const { first } = strings[length]!;
    const shares = new Float64Array(first.length - 1);
    let context = 0;
    const seen: SeenContext = {
      length,
      longest: length === asked,
      vocabularySize,
      get occurrences() {
        return first[context + 1]! - first[context]!;
      },
      get successors() {
        return successors[length]!()[context]!;
      },
    };
    for (; context < shares.length; context += 1) shares[context] = smoothing.trust(seen);
    return shares;
  };
  const trust = strings.map((_, length) => trustAt(length, longest));
  const trustAsked = strings.map((_, asked) =>
    lazily(() => strings.map((_, length) => (length > asked ? trust[length]! : trustAt(length, asked)))),
  );
  const trustIn = (length: number, context: number, asked: number): number =>
    asked === longest ? trust[length]![context]! : trustAsked[asked]!()[length]![context]!;

  /** What a context of `asked` tokens comes back to when none of it was seen: all tokens' frequencies and 1/V. */
  const withoutContext = strings.map((_, asked) =>
    lazily(() => {
      const share = trustIn(0, 0, asked);
      const rest = (1 / vocabularySize) * (1 - share);
      return Float64Array.from(tree.counts, (count) => rest + share * (count / n));
    }),
  );

  const after = new Uint32Array(n + 1);
  const { first } = strings[longest]!;
  for (let context = 0; context + 1 < first.length; context += 1) {
    const end = first[context + 1]!;
    for (let i = first[context]!; i < end; i += 1) after[places[i]!] = context;
  }
  after[n] = after[0]!;

  /** Numbers of the seen contexts at the end of text[… end − 1], by length. */
  const seenContexts = (text: ArrayLike<number>, end: number): number[] => {
    const contexts = [0];
    for (let length = 0; length < Math.min(longest, end); length += 1) {
      const context = extend(length, contexts[length]!, text[end - 1 - length]!);
      if (context < 0) break;
      contexts.push(context);
    }
    return contexts;
  };

  return {
    tree,
    order,
    vocabularySize,
    trust,
    after,

    state(written, last, start) {
      let length = 0;
      let context = 0;
      while (length < longest) {
        const older = length <= last ? written[last - length]! : tree.before(start, length - last);
        const longer = extend(length, context, older);
        if (longer < 0) break;
        context = longer;
        length += 1;
      }
      return [length, context];
    },

    mixture(length, context) {
      const weights = new Float64Array(length + 1);
      let rest = 1;
      let here = context;
      for (let k = length; k >= 0; k -= 1) {
        weights[k] = rest * trust[k]![here]!;
        rest *= 1 - trust[k]![here]!;
        here = strings[k]!.shorter[here]!;
      }
      return { weights, uniform: rest };
    },

    probability(token, text, end) {
      const asked = Math.min(longest, end);
      const contexts = seenContexts(text, end);
      // count(c token) is the count of a string one longer, of which the counting tree knows the number.
      const grams = counting();
      let counted = grams.single[token]!;
      let p = 1 / vocabularySize;
      for (let length = 0; length < contexts.length; length += 1) {
        const context = contexts[length]!;
        if (length > 0 && counted >= 0) counted = grams.extend(length, counted, text[end - length]!);
        const { first } = strings[length]!;
        const longerFirst = grams.strings[length + 1]!.first;
        const count = counted < 0 ? 0 : longerFirst[counted + 1]! - longerFirst[counted]!;
        const share = trustIn(length, context, asked);
        p = share * (count / (first[context + 1]! - first[context]!)) + (1 - share) * p;
      }
      return p;
    },

    distribution(text) {
      const asked = Math.min(longest, text.length);
      const contexts = seenContexts(text, text.length);
      const p = withoutContext[asked]!().slice();
      const counts = new Uint32Array(vocabularySize);
      for (let length = 1; length < contexts.length; length += 1) {
        const context = contexts[length]!;
        const share = trustIn(length, context, asked);
        const { first } = strings[length]!;
        const [from, to] = [first[context]!, first[context + 1]!];
        for (let i = from; i < to; i += 1) counts[tree.text[places[i]!]!]! += 1;
        for (let token = 0; token < vocabularySize; token += 1) {
          p[token] = p[token]! * (1 - share) + share * (counts[token]! / (to - from));
          counts[token] = 0;
        }
      }
      return p;
    },
  };
}

/** How many different tokens follow each context; the contexts' occurrences begin at `first` in the tree's places. */
function successorTypes(
  { text, places }: ContextTree,
  first: Uint32Array,
  vocabularySize: number,
): Uint32Array {
  const types = new Uint32Array(first.length - 1);
  const lastContext = new Int32Array(vocabularySize).fill(-1); // in which each token was last seen as a successor
  for (let context = 0; context < types.length; context += 1) {
    let count = 0;
    for (let i = first[context]!; i < first[context + 1]!; i += 1) {
      const token = text[places[i]!]!;
      if (lastContext[token] !== context) {
        lastContext[token] = context;
        count += 1;
      }
    }
    types[context] = count;
  }
  return types;
}
