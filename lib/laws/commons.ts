/** What human data brings and costs, in money. */
export interface Commons {
  /** What keeping all diversity is worth to one firm per generation (V), above 0. */
  readonly value: number;
  /** What one human item costs (c), above 0. */
  readonly cost: number;
}
