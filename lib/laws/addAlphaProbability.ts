import { requireInteger } from "../require/requireInteger.ts";
import { requireNotNegative } from "../require/requireNotNegative.ts";
import { requireOptions } from "../require/requireOptions.ts";
import { requireShare } from "../require/requireShare.ts";

/**
 * Expected probability of a word after t generations of a unigram replace loop with add-α smoothing:
 *
 *   E p_t = u + (p₀ − u) (N / (N + α V))^t,   u = 1/V
 *
 * The other road to gibberish: smoothing pulls every word towards the uniform law, a little each time.
 *
 * @param generation t, an integer ≥ 0, or Infinity for the limit
 * @param options.probability p₀ in the human law, 0 … 1
 * @param options.tokens N, words per generation, an integer ≥ 1
 * @param options.types V, words in the vocabulary, an integer ≥ 1
 * @param options.alpha α, added to each count, ≥ 0
 * @returns probability, 0 … 1; exact
 * @throws {RangeError} if an argument is out of range
 * @see Lidstone (1920) for the smoothing; derived for this course — chapter 7
 * @example addAlphaProbability(1, { probability: 0.5, tokens: 4, types: 4, alpha: 1 }) // => 0.375
 */
export function addAlphaProbability(
  generation: number,
  options: { probability: number; tokens: number; types: number; alpha: number },
): number {
  const action = "compute addAlphaProbability";
  const { probability, tokens, types, alpha } = requireOptions(action, options);
  if (generation !== Infinity) requireInteger(action, "generation", generation);
  requireShare(action, "probability", probability);
  requireInteger(action, "tokens", tokens, 1);
  requireInteger(action, "types", types, 1);
  requireNotNegative(action, "alpha", alpha);
  const log = generation === 0 || alpha === 0 ? 0 : -generation * Math.log1p((alpha * types) / tokens);
  return probability * Math.exp(log) - Math.expm1(log) / types; // also of a tiny p₀ no digit is lost
}
