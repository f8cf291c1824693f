/** What a detector found in a text. */
export interface Detection {
  /** Pairs of context and token that were scored (T). */
  readonly scored: number;
  /** Mean score of a token, 0 … 1: share of green tokens, or mean of the bits g. */
  readonly mean: number;
  /** Excess over what text without watermark gives, in standard deviations. */
  readonly z: number;
  /** Probability of such a z without watermark (upper tail of the normal law). */
  readonly pValue: number;
}

/**
 * A watermark: a keyed change of the law of each next token, and a detector that needs the key and the text but
 * not the model. `greenListWatermark` and `tournamentWatermark` are the library's; `writeWatermarked` writes
 * with either.
 */
export interface Watermark {
  /** How many tokens before a token, together with the key, decide what is favoured there. */
  readonly contextWidth: number;
  /**
   * The law from which the next token is to be drawn, from the model's own, shape (vocabulary) → (vocabulary),
   * and the tokens before it; with fewer than `contextWidth` of them, the model's own.
   */
  reweigh(probabilities: ArrayLike<number>, context: ArrayLike<number>): Float64Array;
  /**
   * Scores each token that has a whole context before it. A pair of context and token that comes again has the same
   * score: with `repeats: "once"` it counts once, and z is right for repetitive text too; with "each" every time.
   */
  detect(tokens: ArrayLike<number>, options: { repeats: "once" | "each" }): Detection;
}
