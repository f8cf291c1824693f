import type { Rng } from "../random/rng.ts";
import { requireInteger } from "../require/requireInteger.ts";
import { requireOptions } from "../require/requireOptions.ts";
import { requireProbabilities } from "../require/requireProbabilities.ts";
import type { Watermark } from "./watermark.ts";

/**
 * Writes a text whose tokens carry a watermark: at each place the model gives its law for the next token, the
 * watermark changes it, and a token is drawn.
 *
 * @param options.watermark a {@link Watermark}
 * @param options.distribution the model: tokens so far (prompt first) → law of the next one, shape
 *   (vocabulary); an n-gram model's `distribution` is such a function
 * @param options.prompt tokens that stand before the text; may be empty
 * @param options.length tokens to write, an integer ≥ 0
 * @param options.rng a seeded stream
 * @returns the tokens written, without the prompt, shape (length)
 * @throws {RangeError} if length or a token of the prompt is not an integer ≥ 0, or the model gives no distribution
 * @see Kirchenbauer et al. (2023), arXiv:2301.10226 — chapter 16
 * @example
 * const watermark = greenListWatermark({ key: 1, greenShare: 0.5, bias: 2, contextWidth: 1 });
 * const distribution = () => [0, 0, 1]; // a model that is sure cannot be marked
 * writeWatermarked({ watermark, distribution, prompt: [], length: 4, rng: seeded(1) }) // => Uint32Array [2, 2, 2, 2]
 */
export function writeWatermarked(options: {
  watermark: Watermark;
  distribution: (context: Uint32Array) => ArrayLike<number>;
  prompt: ArrayLike<number>;
  length: number;
  rng: Rng;
}): Uint32Array {
  requireOptions("write with a watermark", options);
  const { watermark, distribution, prompt, length, rng } = options;
  requireInteger("write with a watermark", "length", length);
  for (let i = 0; i < prompt.length; i += 1) {
    requireInteger("write with a watermark", `prompt[${i}]`, prompt[i]!);
  }
  const text = new Uint32Array(prompt.length + length);
  text.set(prompt);
  for (let end = prompt.length; end < text.length; end += 1) {
    const context = text.subarray(0, end);
    const model = distribution(context);
    requireProbabilities("write with a watermark", model, "distribution");
    text[end] = draw(watermark.reweigh(model, context), rng);
  }
  return text.slice(prompt.length);
}

/** One token of a law, by its running sums; a table would be used once. */
function draw(law: Float64Array, rng: Rng): number {
  let rest = rng.next() * law.reduce((sum, p) => sum + p, 0);
  let last = 0;
  for (let token = 0; token < law.length; token += 1) {
    if (law[token] === 0) continue;
    last = token;
    rest -= law[token]!;
    if (rest < 0) break;
  }
  return last;
}
