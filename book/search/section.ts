/** What a place in the book is; a reader sees it beside each find. */
export const kinds = [
  "text",
  "figure",
  "claim",
  "exercise",
  "code",
  "reference",
  "word",
  "letter",
  "work",
] as const;
export type Kind = (typeof kinds)[number];

/** A place that a search can lead to. */
export interface Section {
  /** Its anchor on the page; "" for the page's head. */
  readonly anchor: string;
  readonly kind: Kind;
  /** Its own title; where it has none, the title of the section around it. */
  readonly title: string;
  /** Whether the title is its own: only then is the place found by it. */
  readonly isTitled: boolean;
  /** What stands there, in one line. */
  text: string;
}
