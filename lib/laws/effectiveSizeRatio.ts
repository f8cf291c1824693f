/**
 * What unbiased synthetic samples are worth in a fresh-data loop that pools n_r fresh human and n_s synthetic samples:
 * the mean is in the end as good as from n_e human samples alone, with
 *
 *   n_e / n_r = 2 − α,   α = n_r / (n_r + n_s)
 *
 * So they help, yet never by more than doubling the human data. {@link goldenWeight} does better than pooling.
 *
 * @param freshShare α, share of fresh human data in each generation, above 0 and at most 1
 * @returns ratio, 1 … 2
 * @throws {RangeError} if freshShare is out of range
 * @see Alemohammad et al. (2024), arXiv:2307.01850, for n_e; derived for this course — chapter 10
 * @example effectiveSizeRatio(0.5) // => 1.5
 */
export function effectiveSizeRatio(freshShare: number): number {
  if (!(freshShare > 0 && freshShare <= 1)) {
    throw new RangeError(
      `Cannot compute effectiveSizeRatio: freshShare must be above 0 and at most 1, got ${String(freshShare)}`,
    );
  }
  return 2 - freshShare;
}
