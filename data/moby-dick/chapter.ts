/** One part of the book, as the source has it. */
export interface Chapter {
  /** "1" … "135", or "Contents", "Etymology", "Extracts", "Epilogue". */
  readonly chapter: string;
  readonly title: string;
  readonly text: string;
}
