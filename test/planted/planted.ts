/** A one-line fault in a source file, as a slip of the hand makes it: the tests of its folder must notice. */
export interface Planted {
  /** From the root, as `lib/laws/c4.ts`. */
  in: string;
  /** Words that stand there once. */
  words: string;
  /** What they become. */
  by: string;
  /** What is broken, in a word or two, if the words do not say it. */
  what?: string;
}
