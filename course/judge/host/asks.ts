/** What the judge asks of the process that runs a student's cells. */
export type Ask =
  /** Runs cells, one after the other, whatever becomes of those before. */
  | {
      readonly do: "run";
      readonly cells: readonly { readonly id: string; readonly source: string }[];
      /** Characters of what they print that are wanted. */
      readonly mostPrinted: number;
    }
  /** The values of names; those that nothing declared are left out. */
  | { readonly do: "read"; readonly names: readonly string[] };

/** What comes back for `run`. */
export interface Ran {
  readonly ran: readonly RanCell[];
  readonly printed: string;
}

/** How a cell ended. */
export interface RanCell {
  readonly id: string;
  /** In the author's words and lines; none if it went well. */
  readonly failure?: { readonly name: string; readonly message: string; readonly excerpt: string };
}
