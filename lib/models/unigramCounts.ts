import { multinomialOf, type Room, roomFor } from "../random/parts/multinomialOf.ts";
import { requireInteger } from "../require/requireInteger.ts";
import { requireOptions } from "../require/requireOptions.ts";
import type { Family, Fitted } from "./model.ts";
import { TokenCounts } from "./tokenCounts.ts";
import { type UnigramParameters, unigram } from "./unigram.ts";

/** A unigram model that writes the counts of its tokens. */
export interface FittedUnigramCounts extends Fitted<number, UnigramParameters, TokenCounts> {
  logProb(token: number): number;
}

/** The family of unigram models whose batches are {@link TokenCounts}. */
export interface UnigramCountsFamily extends Family<number, UnigramParameters, TokenCounts> {
  fit(data: ArrayLike<number>): FittedUnigramCounts;
}

/**
 * The unigram model of {@link unigram}, without its text: a model writes how often each token comes, one multinomial
 * draw, and the fit reads the counts. The same law as a loop of `unigram`, in memory and time that depend on the
 * vocabulary and hardly on the length of the text; `accumulate` adds counts. The numbers of one seed are others.
 *
 * @param options.vocabularySize how many token ids there are
 * @returns the family; `fit` takes token ids, shape (n), or `TokenCounts`, of at least 1 token
 * @throws {RangeError} if vocabularySize is not an integer ≥ 1
 * @see Dohmatob et al. (2024), "A Tale of Tails", arXiv:2402.07043 — chapters 3, 5
 * @example unigramCounts({ vocabularySize: 3 }).fit(TokenCounts.of([2, 0, 1])).parameters
 * // => { counts: Uint32Array [2, 0, 1], total: 3 }
 */
export function unigramCounts(options: { vocabularySize: number }): UnigramCountsFamily {
  const { vocabularySize } = requireOptions("make a unigram counts family", options);
  const family = unigram({ vocabularySize });
  let room: Room | undefined; // one distribution after the other, each drawn from once
  let weights: Float64Array | undefined;
  return Object.freeze({
    name: "unigram counts",

    fit(data: ArrayLike<number>): FittedUnigramCounts {
      const parameters = data instanceof TokenCounts ? read(data) : family.fit(data).parameters;
      const { counts, total } = parameters;
      return {
        parameters,
        logProb: (token) => Math.log((counts[token] ?? 0) / total),
        sample(count, rng) {
          requireInteger("sample unigram counts", "count", count);
          room ??= roomFor(vocabularySize);
          weights ??= new Float64Array(vocabularySize);
          weights.set(counts);
          return new TokenCounts(multinomialOf(weights, count, room)(rng), count);
        },
      };
    },
  });

  function read({ counts, length }: TokenCounts): UnigramParameters {
    if (counts.length !== vocabularySize || length === 0) {
      throw new RangeError(
        `Cannot fit unigram counts: data must hold at least 1 token of ${vocabularySize} ids, got ${length} of ${counts.length}`,
      );
    }
    return Object.freeze({ counts, total: length });
  }
}
