/** What the judge asks of the process that runs a student's cells. */
export type Ask =
  /** Runs cells, one after the other, whatever becomes of those before. */
  | {
      readonly do: "run";
      readonly cells: readonly { readonly id: string; readonly source: string }[];
      /** Characters of what each prints that are wanted. */
      readonly mostPrinted: number;
    }
  /** The values of names; those that nothing declared are left out. */
  | { readonly do: "read"; readonly names: readonly string[] };

/** How a cell ended. */
export interface EndedCell {
  readonly id: string;
  /** In the author's words and lines; none if it went well. */
  readonly failure?: { readonly name: string; readonly message: string; readonly excerpt: string };
}

/** What comes back of each cell for `run`. */
export interface RanCell extends EndedCell {
  readonly printed: string;
}
