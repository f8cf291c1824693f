/** In a file of the library, or in the chapter itself: words that stand there once, and by what they are replaced. */
export interface Edit {
  /** Below `lib/`, as `models/gaussian.ts`; or `chapter`. */
  in: string;
  words: string;
  by: string;
}

/** A broken model, that a claim of a chapter must notice. */
export interface Fault {
  /** What is broken: "claim-median catches …". */
  name: string;
  /** The cell of the claim that notices; of several, one that stands on little. */
  claim: string;
  edits: readonly Edit[];
}
