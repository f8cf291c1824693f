/**
 * A rule by which a model picks its next token from its own probabilities: it makes another distribution of the one it is
 * given, shape (k) → (k). Any function of that shape is one; `temperature`, `topK` and `nucleus` are the usual ones,
 * `decodeInTurn` joins them. Values need not sum to 1; what comes out does.
 */
export interface Decoding {
  (probabilities: ArrayLike<number>): Float64Array;
  /**
   * The same when `copies[i]` outcomes share the value `probabilities[i]` each. A model whose many unseen words have few
   * different probabilities is decoded much faster so; a rule without it is given every outcome by itself.
   */
  withCopies?(probabilities: ArrayLike<number>, copies: ArrayLike<number>): Float64Array;
  /**
   * Where the rule gives pᵢ^power / Σⱼ pⱼ^power, that power: a model then weighs once what many contexts share.
   */
  readonly power?: number;
}
