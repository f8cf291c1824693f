import { requireCounts } from "../require/requireCounts.ts";

/**
 * A text boiled down to how often each token stands in it: all that a unigram model needs. It stands where a batch of
 * tokens stands in a loop, at the size of the vocabulary however long the text; it holds no order.
 *
 * @see unigramCounts — chapters 3, 9
 * @example TokenCounts.of([2, 0, 1]).length // => 3
 * @example TokenCounts.of([2, 0]).concat(TokenCounts.of([1, 1])).counts // => Uint32Array [3, 1]
 */
export class TokenCounts {
  /** How often each token id occurs, shape (vocabularySize). */
  readonly counts: Uint32Array;
  /** Σ counts: how many tokens the text had. */
  readonly length: number;
  /** No single token is left. */
  readonly [item: number]: never;

  constructor(counts: Uint32Array, length: number) {
    this.counts = counts;
    this.length = length;
  }

  /** From the count of each token id; integers ≥ 0, not all 0. A copy. */
  static of(counts: ArrayLike<number>): TokenCounts {
    const total = requireCounts("count tokens", counts);
    return new TokenCounts(Uint32Array.from(counts), total);
  }

  /** The counts of both texts together. */
  concat(other: TokenCounts): TokenCounts {
    if (other.counts.length !== this.counts.length) {
      throw new RangeError(
        `Cannot pool token counts: other must hold ${this.counts.length} counts as these do, got ${other.counts.length}`,
      );
    }
    return new TokenCounts(
      this.counts.map((count, id) => count + other.counts[id]!),
      this.length + other.length,
    );
  }
}
