/** Which copying loop with fresh human data a law speaks of. */
export interface FreshLoop {
  /** Items per generation N, an integer ≥ 1. */
  readonly size: number;
  /** Probability m that an item is fresh human data, 0 … 1; else it copies an item of the generation before. */
  readonly freshShare: number;
}
