import { requireProbabilities } from "../require/requireProbabilities.ts";

/**
 * Mean of the watermark's random bit g over the tokens that one tournament layer with two candidates chooses, for a
 * model whose law is p:
 *
 *   E g = ½ + (1 − C) / 4,   C = Σ p_k²
 *
 * Without watermark it is ½. The signal is a quarter of the heterozygosity 1 − C: a collapsed model has none to
 * hide it in.
 *
 * @param probabilities the model's law p, shape (vocabulary); ≥ 0, sum 1 to within 1e-9
 * @returns mean bit, ½ (one sure token) … ¾ (endless choice); exact
 * @throws {RangeError} if p is not a distribution
 * @see Dathathri et al. (2024), Nature 634:818–823, doi:10.1038/s41586-024-08025-4; this form was derived for this
 *   course — chapter 16
 * @example expectedTournamentScore([0.5, 0.5]) // => 0.625
 */
export function expectedTournamentScore(probabilities: ArrayLike<number>): number {
  requireProbabilities("compute expectedTournamentScore", probabilities);
  let collision = 0;
  for (let i = 0; i < probabilities.length; i += 1) collision += probabilities[i]! ** 2;
  return 0.5 + Math.max(0, 1 - collision) / 4;
}
