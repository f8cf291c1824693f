/**
 * The characters of a text, in order: Unicode code points, so an emoji is one and not two. Runs of white space become one
 * space, for a line's end says nothing about language. Case and punctuation stay. `characters(text)` goes into
 * `vocabulary` as words do; joining what a character model writes gives a text again.
 *
 * @param text any text
 * @returns characters, in order; empty if there is none
 * @see chapter 7
 * @example characters("a\n  b") // => ["a", " ", "b"]
 */
export function characters(text: string): string[] {
  return Array.from(text.replaceAll(/\s+/g, " "));
}
