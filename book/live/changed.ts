import type { CodeChanges } from "./codeChanges.ts";

/** @param words of the text from which it was changed @example changed(wordsOf("a + b"), ["$.", 5]) // => "$.a + b" */
export function changed(words: readonly string[], changes: CodeChanges): string {
  let at = 0;
  let text = "";
  for (const change of changes) {
    if (typeof change === "string") text += change;
    else {
      if (change > 0) text += words.slice(at, at + change).join("");
      at += Math.abs(change);
    }
  }
  return text;
}
