import type { Decoding } from "../decoding/decoding.ts";
import type { Fitted } from "../models/model.ts";
import { tokensOf } from "../models/parts/tokensOf.ts";
import { requireInteger } from "../require/requireInteger.ts";
import type { Weights } from "./networkWeights.ts";

/** What a neural language model has learned. */
export interface LanguageNetworkParameters {
  /** All weights, one matrix behind the other: embedding, hidden, output, the last two each with its bias. */
  readonly weights: Float32Array;
  /** Mean loss of each epoch, in nats per token, shape (epochs). */
  readonly losses: readonly number[];
}

/** A neural language model that has learned. */
export interface FittedLanguageNetwork extends Fitted<number, LanguageNetworkParameters, Uint32Array> {
  /** ln p(token | context): the context is the tokens before it; none, the beginning of a text, by default. */
  logProb(token: number, context?: ArrayLike<number>): number;
  /** ln p of each token of a text given those before it, shape (n): their sum is the text's, see `perplexity`. */
  logProbs(text: ArrayLike<number>): Float64Array;
  /** p(· | context), before any decoding, shape (vocabularySize). */
  distribution(context: ArrayLike<number>): Float64Array;
}

/** The model that weights make. One token at a time is too little work for tensors: plain arithmetic is faster. */
export function fittedLanguageNetwork(made: {
  weights: Weights;
  losses: readonly number[];
  context: number;
  vocabularySize: number;
  decode?: Decoding;
}): FittedLanguageNetwork {
  const { weights, losses, context, vocabularySize, decode } = made;
  const [table, w1, b1, w2, b2] = weights.layers.map(({ from, to }) => weights.values.subarray(from, to)) as [
    Float32Array,
    Float32Array,
    Float32Array,
    Float32Array,
    Float32Array,
  ];
  const hidden = b1.length;
  const seen = seenFrom(table, w1, { context, hidden, rows: vocabularySize + 1 });

  /** p(· | text[end − context … end − 1]), softmax of the logits. */
  const h = new Float64Array(hidden);
  const probabilities = (text: ArrayLike<number>, end: number): Float64Array => {
    h.set(b1);
    for (let k = 0; k < context; k += 1) {
      const place = end - context + k;
      const token = place < 0 ? vocabularySize : text[place]!;
      const from = (k * (vocabularySize + 1) + token) * hidden;
      for (let j = 0; j < hidden; j += 1) h[j]! += seen[from + j]!;
    }
    const p = Float64Array.from(b2);
    for (let j = 0; j < hidden; j += 1) {
      const on = h[j]!;
      if (on <= 0) continue;
      for (let v = 0; v < vocabularySize; v += 1) p[v]! += on * w2[j * vocabularySize + v]!;
    }
    let most = -Infinity;
    for (let v = 0; v < vocabularySize; v += 1) most = Math.max(most, p[v]!);
    let sum = 0;
    for (let v = 0; v < vocabularySize; v += 1) sum += p[v] = Math.exp(p[v]! - most);
    for (let v = 0; v < vocabularySize; v += 1) p[v]! /= sum;
    return p;
  };
  const distribution = (tokens: ArrayLike<number>): Float64Array => {
    const known = tokensOf("compute a distribution", "context", tokens, vocabularySize, 0);
    return probabilities(known, known.length);
  };

  return {
    parameters: Object.freeze({ weights: weights.values, losses: Object.freeze([...losses]) }),
    distribution,

    sample(count, rng) {
      requireInteger("sample a neural language model", "count", count);
      const text = new Uint32Array(count);
      for (let i = 0; i < count; i += 1) {
        const own = probabilities(text, i);
        const p = decode ? decode(own) : own;
        let rest = rng.next();
        let token = 0;
        while (token < vocabularySize - 1 && rest >= p[token]!) rest -= p[token++]!;
        while (p[token] === 0) token -= 1; // rounding may run past the last token that is possible
        text[i] = token;
      }
      return text;
    },

    logProb(token, tokens = []) {
      tokensOf("compute a log probability", "token", [token], vocabularySize, 1);
      return Math.log(distribution(tokens)[token]!);
    },

    logProbs(text) {
      const known = tokensOf("compute log probabilities", "text", text, vocabularySize, 0);
      return Float64Array.from(known, (token, i) => Math.log(probabilities(known, i)[token]!));
    },
  };
}

/** What each token at each place of the context adds to the hidden layer: shape (context, rows, hidden), once for all. */
function seenFrom(
  table: Float32Array,
  w1: Float32Array,
  { context, hidden, rows }: { context: number; hidden: number; rows: number },
): Float64Array {
  const width = table.length / rows;
  const seen = new Float64Array(context * rows * hidden);
  for (let k = 0; k < context; k += 1) {
    for (let token = 0; token < rows; token += 1) {
      const to = (k * rows + token) * hidden;
      for (let e = 0; e < width; e += 1) {
        const x = table[token * width + e]!;
        const from = (k * width + e) * hidden;
        for (let j = 0; j < hidden; j += 1) seen[to + j]! += x * w1[from + j]!;
      }
    }
  }
  return seen;
}
