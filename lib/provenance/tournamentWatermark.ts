import { requireInteger } from "../require/requireInteger.ts";
import { requireOptions } from "../require/requireOptions.ts";
import { requireKey, watermarking } from "./parts/watermarking.ts";
import type { Watermark } from "./watermark.ts";

/**
 * Tournament sampling with two candidates per match, as in SynthID-Text. A keyed hash of the tokens before and
 * of a token gives it `layers` fair bits g₁ … g_m. In layer ℓ two winners of the layer before meet, and the
 * larger g_ℓ wins (a tie is tossed); 2^m tokens drawn from the model enter. The winner's law needs no
 * candidates:
 *
 *   p_ℓ(token) = p_{ℓ−1}(token) · (1 + g_ℓ(token) − Σ p_{ℓ−1} g_ℓ),   ℓ = 1 … m
 *
 * Over all keys it is p again: nobody without the key sees a difference, in one token. With the key, the mean of g is
 * above ½, by (1 − Σ p²)/4 in the first layer and less in each later one.
 *
 * @param options.key secret, an integer ≥ 0
 * @param options.layers m, 1 … 32; 30 in the paper
 * @param options.contextWidth tokens before that enter the hash, an integer ≥ 0; 4 in the paper
 * @returns the watermark; its `detect` gives the mean of g over layers and tokens
 * @throws {RangeError} if an option is out of range
 * @see Dathathri et al. (2024), Nature 634:818–823, doi:10.1038/s41586-024-08025-4 — chapter 16
 * @example
 * const mark = tournamentWatermark({ key: 1, layers: 30, contextWidth: 1 });
 * const distribution = () => new Float64Array(100).fill(0.01);
 * const text = writeWatermarked({ watermark: mark, distribution, prompt: [0], length: 50, rng: seeded(1) });
 * mark.detect(text, { repeats: "once" }).z > 4 // => true
 */
export function tournamentWatermark(options: {
  key: number;
  layers: number;
  contextWidth: number;
}): Watermark {
  const action = "make a tournament watermark";
  requireOptions(action, options);
  const { key, layers, contextWidth } = options;
  requireKey(action, key, contextWidth);
  requireInteger(action, "layers", layers, 1);
  if (layers > 32) throw new RangeError(`Cannot ${action}: layers must be at most 32, got ${layers}`);

  return watermarking({
    key,
    contextWidth,
    coins: layers,
    chance: 0.5,
    heads(hash) {
      let sum = 0;
      for (let layer = 0; layer < layers; layer += 1) sum += (hash >>> layer) & 1;
      return sum;
    },
    change(law, hashes) {
      for (let layer = 0; layer < layers; layer += 1) {
        let expected = 0;
        for (let token = 0; token < law.length; token += 1)
          expected += law[token]! * ((hashes[token]! >>> layer) & 1);
        for (let token = 0; token < law.length; token += 1) {
          law[token]! *= 1 + ((hashes[token]! >>> layer) & 1) - expected;
        }
      }
      return law;
    },
  });
}
