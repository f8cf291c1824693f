import diff from "fast-diff";
import { wordsOf } from "./wordsOf.ts";

/**
 * What makes one text of another: so many words stay, so many (below 0) go, and text comes. Compiled code is its source with
 * a few signs more, and the page prints the source already. Told in words it takes little room: of `x` comes `(0, $.x)` again
 * and again, however long the name is.
 */
export type CodeChanges = readonly (number | string)[];

/** @example changesOf("a + b", "$.a + b") // => ["$.", 5] */
export function changesOf(from: string, to: string): CodeChanges {
  const words: string[] = [];
  const places = new Map<string, number>();
  // A letter for each word: texts are compared letter by letter.
  const written = (text: string): string =>
    wordsOf(text)
      .map((word) => {
        const place = places.get(word) ?? words.push(word) - 1;
        places.set(word, place);
        return String.fromCharCode(place);
      })
      .join("");
  return diff(written(from), written(to)).map(([kind, letters]) => {
    if (kind === 0) return letters.length;
    if (kind < 0) return -letters.length;
    return Array.from({ length: letters.length }, (_, at) => words[letters.charCodeAt(at)]).join("");
  });
}
