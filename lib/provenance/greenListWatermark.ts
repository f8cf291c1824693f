import { requireNotNegative } from "../require/requireNotNegative.ts";
import { requireOptions } from "../require/requireOptions.ts";
import { requireShare } from "../require/requireShare.ts";
import { requireKey, watermarking } from "./parts/watermarking.ts";
import type { Watermark } from "./watermark.ts";

/**
 * The soft green-list watermark: a keyed hash of the tokens before and of the token itself makes a share γ of the
 * vocabulary green at each place, and the logits of green tokens are raised by δ,
 *
 *   p′(token) ∝ p(token) e^(δ · green(token))
 *
 * Whoever has the key counts green tokens: z = (green − γT) / √(Tγ(1 − γ)). Each token is green by a coin of
 * its own with chance γ, so that a list holds γ of the vocabulary give or take √(γ(1 − γ)V) (the paper's has
 * exactly γV tokens), and detection costs nothing for tokens that are not there.
 *
 * @param options.key secret, an integer ≥ 0
 * @param options.greenShare γ, above 0 and below 1; ¼ or ½ in the paper
 * @param options.bias δ in nats, ≥ 0; 2 in the paper
 * @param options.contextWidth tokens before that enter the hash, an integer ≥ 0; 1 in the paper
 * @returns the watermark; its `detect` gives the share of green tokens as mean
 * @throws {RangeError} if an option is out of range
 * @see Kirchenbauer et al. (2023), Algorithm 2, arXiv:2301.10226 — chapter 16
 * @example
 * const mark = greenListWatermark({ key: 1, greenShare: 0.5, bias: 9, contextWidth: 1 });
 * const distribution = () => new Float64Array(100).fill(0.01);
 * const text = writeWatermarked({ watermark: mark, distribution, prompt: [0], length: 50, rng: seeded(1) });
 * mark.detect(text, { repeats: "once" }).mean // => 1
 */
export function greenListWatermark(options: {
  key: number;
  greenShare: number;
  bias: number;
  contextWidth: number;
}): Watermark {
  const action = "make a green-list watermark";
  requireOptions(action, options);
  const { key, greenShare, bias, contextWidth } = options;
  requireKey(action, key, contextWidth);
  requireShare(action, "greenShare", greenShare);
  if (greenShare === 0 || greenShare === 1) {
    throw new RangeError(`Cannot ${action}: greenShare must be above 0 and below 1, got ${greenShare}`);
  }
  requireNotNegative(action, "bias", bias);
  const isGreen = (hash: number): boolean => hash < greenShare * 2 ** 32;
  const red = Math.exp(-bias); // weight of a red token against a green one

  return watermarking({
    key,
    contextWidth,
    coins: 1,
    chance: greenShare,
    heads: (hash) => (isGreen(hash) ? 1 : 0),
    change(law, hashes) {
      const weight = (token: number) => (isGreen(hashes[token]!) ? 1 : red);
      let total = 0;
      for (let token = 0; token < law.length; token += 1) total += law[token]! * weight(token);
      if (total === 0) return law; // nothing green is possible: the bias cancels
      for (let token = 0; token < law.length; token += 1) law[token]! *= weight(token) / total;
      return law;
    },
  });
}
