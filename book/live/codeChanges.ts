import diff from "fast-diff";

/**
 * What makes one text of another: so many characters stay, so many (below 0) go, and words come. Compiled code is its source
 * with a few signs more, and the page prints the source already.
 */
export type CodeChanges = readonly (number | string)[];

/** @example changesOf("a + b", "$.a + b") // => ["$.", 5] */
export const changesOf = (from: string, to: string): CodeChanges =>
  diff(from, to).map(([kind, text]) => (kind === 0 ? text.length : kind < 0 ? -text.length : text));
