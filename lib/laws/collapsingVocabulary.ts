/** A loop of n words per generation, over s types. */
export interface CollapsingVocabulary {
  /** Words per generation n, an integer ≥ 1. */
  readonly size: number;
  /** Types s with a probability above 0 in the human law, an integer ≥ 2. */
  readonly types: number;
  /** Simpson index S₀ = Σ p_i² of the human law, 1/types … 1. */
  readonly simpson: number;
}
