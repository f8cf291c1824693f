import { resampleInto } from "../random/parts/resampleInto.ts";
import { resample } from "../random/resample.ts";
import { requireInteger } from "../require/requireInteger.ts";
import { requireOptions } from "../require/requireOptions.ts";
import type { Family, Fitted } from "./model.ts";
import { requireTokens } from "./parts/tokensOf.ts";

/** What a unigram fit finds. */
export interface UnigramParameters {
  /** How often each token id was seen, shape (vocabularySize). */
  readonly counts: Uint32Array;
  /** Σ counts: the length of the training text. */
  readonly total: number;
}

/** A unigram model that has learned; its `logProb` is the log of a relative frequency. */
export interface FittedUnigram extends Fitted<number, UnigramParameters, Uint32Array> {
  logProb(token: number): number;
}

/** The family of unigram models over token ids 0 … vocabularySize − 1. */
export interface UnigramFamily extends Family<number, UnigramParameters, Uint32Array> {
  fit(data: ArrayLike<number>): FittedUnigram;
}

/**
 * Unigram language model: each word comes with its relative frequency, whatever stood before it.
 *
 *   p(token) = count(token) / total
 *
 * It writes by copying random occurrences from its training text, which is exact. A word that misses one
 * generation has count 0 and can never come back: the smallest model in which rare things die.
 *
 * @param options.vocabularySize how many token ids there are; data holds integers 0 … vocabularySize − 1
 * @returns the family; `fit` needs at least 1 token
 * @throws {RangeError} if vocabularySize is not an integer ≥ 1
 * @see Dohmatob et al. (2024), "A Tale of Tails", arXiv:2402.07043 — chapter 3
 * @example unigram({ vocabularySize: 3 }).fit([0, 0, 2]).parameters // => { counts: Uint32Array [2, 0, 1], total: 3 }
 * @example unigram({ vocabularySize: 3 }).fit([0, 0, 2]).logProb(1) // => -Infinity
 */
export function unigram(options: { vocabularySize: number }): UnigramFamily {
  const { vocabularySize } = requireOptions("make a unigram family", options);
  requireInteger("make a unigram family", "vocabularySize", vocabularySize, 1);
  return Object.freeze({
    name: "unigram",

    fit(data: ArrayLike<number>): FittedUnigram {
      const total = data.length;
      if (total === 0) throw new RangeError("Cannot fit unigram: data must hold at least 1 token, got 0");
      const text = new Uint32Array(data); // a copy: the caller's data may change later
      // A negative number or a fraction is not what it was; what was of the same kind is.
      if (!(data instanceof Uint32Array)) requireTokens("fit unigram", "data", data, vocabularySize, 1);
      const counts = countsOf(text, data, vocabularySize);
      return {
        parameters: Object.freeze({ counts, total }),
        sample: (count, rng) => resample(text, count, rng),
        sampleInto: (batch, rng) => resampleInto(batch, text, rng),
        logProb: (token) => Math.log((counts[token] ?? 0) / total),
      };
    },
  });
}

/** How often each token stands in the text, which is a copy of `data`. */
function countsOf(text: Uint32Array, data: ArrayLike<number>, vocabularySize: number): Uint32Array {
  // In two tables, so that a token does not wait for the one before it where both are the same.
  const [even, odd] = [new Uint32Array(vocabularySize), new Uint32Array(vocabularySize)];
  const whole = text.length & ~1;
  for (let i = 0; i < whole; i += 2) {
    even[text[i]!]! += 1; // beyond its range a table stays as it is
    odd[text[i + 1]!]! += 1;
  }
  if (whole < text.length) even[text[whole]!]! += 1;
  let counted = 0;
  for (let token = 0; token < vocabularySize; token += 1) {
    even[token]! += odd[token]!;
    counted += even[token]!;
  }
  if (counted < text.length) requireTokens("fit unigram", "data", data, vocabularySize, 1);
  return even;
}
