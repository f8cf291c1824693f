/** One annual message of a president of the United States. */
export interface Address {
  readonly year: number;
  readonly president: string;
  /** "none" for Washington. */
  readonly party: string;
  /** The whole message on one line: the source has no paragraphs. */
  readonly text: string;
}
