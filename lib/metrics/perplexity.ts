/**
 * Perplexity: the number of equally likely tokens that would be as hard to guess as this text was for a model.
 *
 *   PPL = exp(−(1/N) Σ ln q(xᵢ | what came before))
 *
 * Lower means that the model finds the text less surprising. Only perplexities with the same tokens, on the same text,
 * can be compared.
 *
 * @param logProbs ln q of each token, shape (n), as `logProbs` of an n-gram model gives them; −∞ is allowed
 * @returns perplexity, in tokens; 1 at best when the q are probabilities, Infinity if the model rules a token out
 * @throws {RangeError} if there is no token, or a value is NaN or +∞
 * @see Jelinek et al. (1977), J. Acoust. Soc. Am. 62(S1):S63, doi:10.1121/1.2016299 — chapter 7
 * @example perplexity([Math.log(0.5), Math.log(0.125)]) // => 4
 */
export function perplexity(logProbs: ArrayLike<number>): number {
  const n = logProbs.length;
  if (n === 0) throw new RangeError("Cannot compute perplexity: logProbs must hold at least 1 value, got 0");
  let sum = 0;
  for (let i = 0; i < n; i += 1) {
    const logProb = logProbs[i]!;
    if (!(logProb < Infinity)) {
      throw new RangeError(
        `Cannot compute perplexity: logProbs[${i}] must be a number below Infinity, got ${String(logProb)}`,
      );
    }
    sum += logProb;
  }
  return Math.exp(-sum / n);
}
