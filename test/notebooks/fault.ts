/** In a file of the library, or in the chapter itself: words that stand there once, and by what they are replaced. */
export interface Edit {
  /** Below `lib/`, as `models/gaussian.ts`; or `chapter`. */
  in: string;
  words: string;
  by: string;
}

/** A broken model, that the claims of a chapter must notice. */
export interface Fault {
  /** What is broken: "its claims catch …". */
  name: string;
  edits: readonly Edit[];
}
