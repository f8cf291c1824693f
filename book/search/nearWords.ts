import type { SearchBook } from "./searchBook.ts";
import { wordsIn } from "./words.ts";

/** Words of the book that are written nearly like those of a question which found nothing: at most two letters off. */
export function nearWords(book: SearchBook, question: string, most = 3): string[] {
  const near: { readonly word: string; readonly off: number }[] = [];
  for (const { whole, isNumber } of wordsIn(question)) {
    if (isNumber || whole.length < 4) continue;
    const allowed = whole.length < 6 ? 1 : 2;
    for (const start of [whole.slice(0, 2), whole.slice(0, 1) + whole.slice(2, 3), whole.slice(1, 3)])
      for (const word of book.texts.wordsFrom(start, 5000)) {
        const off = lettersOff(word, whole, allowed);
        if (off > 0 && off <= allowed && !near.some((each) => each.word === word)) near.push({ word, off });
      }
  }
  const words = near.sort((a, b) => a.off - b.off).map(({ word }) => word);
  // One that goes on from another is found with it.
  return words
    .filter((word, at) => !words.slice(0, at).some((nearer) => word.startsWith(nearer)))
    .slice(0, most);
}

/** Letters to add, take out, change, or swap with the next (Damerau); more than `most` is as good as many. */
function lettersOff(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let off = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        off = Math.min(off, (before[j - 2] ?? 0) + 1);
      row.push(off);
    }
    [before, last] = [last, row];
  }
  return last[b.length] ?? 0;
}
