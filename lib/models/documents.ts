import { requireRng } from "../random/parts/requireRng.ts";
import type { Rng } from "../random/rng.ts";
import { described } from "../require/described.ts";
import { requireFunction } from "../require/requireFunction.ts";
import { requireInteger } from "../require/requireInteger.ts";
import { requireKnownOptions } from "../require/requireKnownOptions.ts";
import type { Family, Fitted } from "./model.ts";

/** What a fit on documents finds. */
export interface DocumentParameters<Model> {
  /** The model of tokens that learned from all documents, joined. */
  readonly model: Model;
  /** How many documents it read. */
  readonly read: number;
}

/** The family of models of tokens that read and write whole texts: an item is one text, a batch an array of them. */
export type DocumentFamily<Model> = Family<Uint32Array, DocumentParameters<Model>, Uint32Array[]>;

/** What a family of documents needs. */
export interface DocumentOptions<Model> {
  /** How tokens are learned: `ngram({ … })`, `unigram({ … })`, a network. */
  family: { readonly name: string; readonly fitDraws?: boolean; fit(text: Uint32Array, rng?: Rng): Model };
  /** Tokens per written text, ≥ 1. Texts that are read may have any length. */
  length: number;
  /** How the model writes one text, such as with a watermark. Default: `model.sample(length, rng)`. */
  write?: (model: Model, length: number, rng: Rng) => Uint32Array;
}

/**
 * Documents: a family of models of tokens, made into one whose items are whole texts. In a loop everything that looks at
 * an item then sees a text: `verified` accepts texts, `bestOf` chooses among texts, a regime drops texts from its pool.
 *
 * A fit joins the texts, one after another; so an n-gram model also counts the few pairs that straddle two of them. Each
 * text is written by itself, from nothing.
 *
 * @param options family of tokens, length of a written text, how it is written; see {@link DocumentOptions}
 * @returns the family; `fit` takes an array of texts, at least one, and `parameters.model` is the model of tokens
 * @throws {RangeError} if length is not an integer ≥ 1; `fit`, if there is no text, and what the family of tokens refuses
 * @throws {TypeError} if an option is unknown or not of its kind; `sample`, if `write` gives no `Uint32Array`
 * @see Regime, verified, bestOf, writeWatermarked — chapter 16
 * @example
 * const family = documents({ family: unigram({ vocabularySize: 3 }), length: 4 });
 * family.fit([Uint32Array.of(2, 2), Uint32Array.of(2)]).sample(2, seeded(1))
 * // => [Uint32Array [2, 2, 2, 2], Uint32Array [2, 2, 2, 2]]
 * @example
 * // Models mark what they write; a regime drops marked texts from the pool before the next generation learns from it.
 * const watermark = greenListWatermark({ key: 7, greenShare: 0.5, bias: 4, contextWidth: 1 });
 * const isMarked = (text: Uint32Array) => watermark.detect(text, { repeats: "once" }).z > 4;
 * const marking = documents({
 *   family: ngram({ order: 2, vocabularySize: 50, smoothing: addAlpha({ alpha: 1 }) }),
 *   length: 60,
 *   write: ({ distribution }, length, rng) => writeWatermarked({ watermark, distribution, prompt: [], length, rng }),
 * });
 * const cleaned: Regime<Uint32Array[]> = {
 *   name: "accumulate, cleaned",
 *   next: ({ synthetic, size, previous }) => [...previous!, ...synthetic(size)].filter((text) => !isMarked(text)),
 * };
 * const human = Array.from({ length: 5 }, (_, i) => Uint32Array.from({ length: 60 }, (_, j) => (i * j) % 50));
 * const turns = loop({ family: marking, data: human, regime: cleaned, generations: 2, size: 10, rng: seeded(1) });
 * Array.from(turns, ({ data }) => data!.length) // => [5, 5, 5]
 */
export function documents<Model extends Fitted<number, unknown, Uint32Array>>(
  options: DocumentOptions<Model>,
): DocumentFamily<Model> {
  const action = "make a family of documents";
  requireKnownOptions(action, options, { family: true, length: true, write: true });
  const { family, length, write = (model, count, rng) => model.sample(count, rng) } = options;
  if (typeof family?.fit !== "function")
    throw new TypeError(
      `Cannot ${action}: family must be one such as ngram({ … }), got ${described(family)}`,
    );
  requireInteger(action, "length", length, 1);
  requireFunction(action, "write", write);

  const fit = (texts: ArrayLike<Uint32Array>, rng?: Rng): ReturnType<DocumentFamily<Model>["fit"]> => {
    const model = family.fit(joined(texts), rng);
    return {
      parameters: Object.freeze({ model, read: texts.length }),
      sample(count, stream) {
        requireInteger("write documents", "count", count);
        requireRng("write documents", stream);
        return Array.from({ length: count }, () => {
          const text = write(model, length, stream);
          if (text instanceof Uint32Array) return text;
          throw new TypeError(
            `Cannot write documents: write must give a Uint32Array, got ${described(text)}`,
          );
        });
      },
    };
  };
  return Object.freeze({
    name: `${family.name} of documents`,
    ...(family.fitDraws && { fitDraws: true }),
    fit,
  });
}

/** All texts as one. */
function joined(texts: ArrayLike<Uint32Array>): Uint32Array {
  if (!(texts.length >= 1)) {
    throw new RangeError(`Cannot fit documents: data must hold at least 1 text, got ${texts.length}`);
  }
  const all = Array.from(texts);
  for (const [i, text] of all.entries()) {
    if (!(text instanceof Uint32Array))
      throw new TypeError(`Cannot fit documents: data[${i}] must be a Uint32Array, got ${described(text)}`);
  }
  const whole = new Uint32Array(all.reduce((sum, text) => sum + text.length, 0));
  let end = 0;
  for (const text of all) {
    whole.set(text, end);
    end += text.length;
  }
  return whole;
}
