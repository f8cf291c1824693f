import type { Decoding } from "../decoding/decoding.ts";
import type { Rng } from "../random/rng.ts";
import { requireInteger } from "../require/requireInteger.ts";
import { requireOptions } from "../require/requireOptions.ts";
import type { Family, Fitted } from "./model.ts";
import { decodedWriter } from "./parts/decodedWriter.ts";
import { lazily } from "./parts/lazily.ts";
import { type NextToken, nextToken } from "./parts/nextToken.ts";
import { requireTokens, tokensOf } from "./parts/tokensOf.ts";
import { writeChain } from "./parts/writeChain.ts";
import type { Smoothing } from "./smoothing.ts";

/** What an n-gram fit finds. */
export interface NgramParameters {
  /** How often each token id was seen, shape (vocabularySize). */
  readonly counts: Uint32Array;
  /** The length of the training text. */
  readonly total: number;
}

/** An n-gram model that has learned. */
export interface FittedNgram extends Fitted<number, NgramParameters, Uint32Array> {
  /** ln p(token | context): the context is the tokens before it, of which the last order − 1 count; none by default. */
  logProb(token: number, context?: ArrayLike<number>): number;
  /** ln p of each token of a text given those before it, shape (n): their sum is the text's, see `perplexity`. */
  logProbs(text: ArrayLike<number>): Float64Array;
  /** p(· | context), before any decoding, shape (vocabularySize); of the context the last order − 1 tokens are read. */
  distribution(context: ArrayLike<number>): Float64Array;
}

/** The family of n-gram models over token ids 0 … vocabularySize − 1. */
export interface NgramFamily extends Family<number, NgramParameters, Uint32Array> {
  fit(data: ArrayLike<number>): FittedNgram;
}

/** What an n-gram family needs. */
export interface NgramOptions {
  /** Tokens per n-gram: 1 looks at nothing before a token, 2 (bigram) at one token, … */
  order: number;
  /** How many token ids there are. */
  vocabularySize: number;
  /** `unsmoothed()`, `addAlpha({ alpha })`, `wittenBell()` or `jelinekMercer({ weights })`. */
  smoothing: Smoothing;
  /** How it writes: `temperature(0.8)`, `topK(40)`, `nucleus(0.9)`, … By default it samples its own probabilities. */
  decode?: Decoding;
}

/**
 * n-gram language model: the next token depends on the order − 1 tokens before it. Tokens are words or characters.
 *
 *   p(w | c) = a mixture, given by the smoothing, of relative frequencies after c and after its shorter ends, and of 1/V
 *
 * The text is read as a circle, so that its last token has a successor. It writes by drawing a random occurrence of the
 * context and copying what follows, which is exact and needs no table of probabilities; with `decode`, from tables
 * made for the contexts it meets. A written text begins as if after a random place of the training text.
 *
 * @param options order, vocabularySize, smoothing, decode; see {@link NgramOptions}
 * @returns the family; `fit` needs at least 1 token and takes O(order · n) time. `decode` changes what is written,
 *   not `logProb`
 * @throws {RangeError} if order or vocabularySize is not an integer ≥ 1, or the smoothing has no weights for the order
 * @throws {TypeError} if no smoothing is given
 * @see Shannon (1948), Bell Syst. Tech. J. 27(3):379–423, doi:10.1002/j.1538-7305.1948.tb01338.x — chapter 7
 * @example
 * const bigram = ngram({ order: 2, vocabularySize: 3, smoothing: unsmoothed() });
 * bigram.fit([0, 1, 2]).sample(3, seeded(1)) // => Uint32Array [1, 2, 0]
 * @example ngram({ order: 2, vocabularySize: 2, smoothing: addAlpha({ alpha: 1 }) }).fit([0, 1, 0, 1]).distribution([0]) // => Float64Array [0.25, 0.75]
 */
export function ngram(options: NgramOptions): NgramFamily {
  const { order, vocabularySize, smoothing, decode } = requireOptions("make an ngram family", options);
  requireInteger("make an ngram family", "order", order, 1);
  requireInteger("make an ngram family", "vocabularySize", vocabularySize, 1);
  if (typeof smoothing?.trust !== "function") {
    throw new TypeError(
      `Cannot make an ngram family: smoothing must be one such as unsmoothed(), got ${String(smoothing)}`,
    );
  }
  smoothing.requireOrder?.(order);
  return Object.freeze({
    name: "ngram",
    fit(data: ArrayLike<number>): FittedNgram {
      const text = tokensOf("fit ngram", "data", data, vocabularySize, 1);
      return fitted(nextToken(text, order, vocabularySize, smoothing), decode);
    },
  });
}

function fitted(next: NextToken, decode: Decoding | undefined): FittedNgram {
  const { tree, order, vocabularySize } = next;
  const requireText = (action: string, name: string, tokens: ArrayLike<number>) =>
    requireTokens(action, name, tokens, vocabularySize, 0);
  /** Only what counts is looked at: a text written token by token would else be read in the square of its length. */
  const requireEnd = (action: string, context: ArrayLike<number>) => {
    for (let i = Math.max(0, context.length - order + 1); i < context.length; i += 1) {
      const token = context[i]!;
      if (!(Number.isInteger(token) && token >= 0 && token < vocabularySize))
        requireText(action, "context", context);
    }
  };
  // What one text needs, the next one finds.
  const writer = lazily(() => (decode ? decodedWriter(next, decode) : writeChain(next)));
  const sampleInto = <Batch extends Uint32Array>(batch: Batch, rng: Rng): Batch => {
    writer()(batch, rng);
    return batch;
  };
  return {
    parameters: Object.freeze({
      counts: tree.counts.slice(),
      total: tree.text.length,
    }),
    sample(count, rng) {
      requireInteger("sample an ngram model", "count", count);
      return sampleInto(new Uint32Array(count), rng);
    },
    sampleInto,
    logProb(token, context = []) {
      requireText("compute logProb", "token", [token]);
      requireEnd("compute logProb", context);
      return Math.log(next.probability(token, context, context.length));
    },
    logProbs(text) {
      requireText("compute logProbs", "text", text);
      const logs = new Float64Array(text.length);
      for (let i = 0; i < logs.length; i += 1) logs[i] = Math.log(next.probability(text[i]!, text, i));
      return logs;
    },
    distribution(context) {
      requireEnd("compute a distribution", context);
      return next.distribution(context);
    },
  };
}
