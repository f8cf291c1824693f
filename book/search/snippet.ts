import { literalText } from "./literalText.ts";
import { type Sought, soughtAs } from "./sought.ts";
import type { Word } from "./words.ts";

/** A run of a text; marked if it is what was sought. */
export interface Run {
  readonly text: string;
  readonly isMarked: boolean;
}

/** How much of a place is shown, in letters. */
const width = 150;

/**
 * The part of a text that has most of the words sought, those marked.
 *
 * @param literal what is to be shown if it can: the question as `literalText`; "" if the text does not hold it
 */
export function snippet(
  text: string,
  words: readonly Word[],
  sought: readonly Sought[],
  literal: string,
): Run[] {
  const known = new Map<string, number>();
  const met: (Word & { readonly as: number })[] = [];
  for (const word of words) {
    const as = known.get(word.whole) ?? soughtAs(word, sought);
    known.set(word.whole, as);
    if (as >= 0) met.push({ ...word, as });
  }
  // From its first word on: `|V|` begins before it.
  const begun = literal.replace(/^[^\p{L}\d]+/u, "");
  const most = sought.length + (begun ? 0.5 : 0);
  let [best, from] = [-1, 0];
  for (const [at, { start, as }] of met.entries()) {
    const seen = new Set<number>();
    for (let next = at; (met[next]?.end ?? Number.POSITIVE_INFINITY) <= start + width - 20; next += 1)
      seen.add(met[next]?.as ?? 0);
    const isLiteral =
      begun !== "" && as === 0 && literalText(text.slice(start, start + width)).startsWith(begun);
    const score = seen.size + (isLiteral ? 0.5 : 0);
    if (score > best) [best, from] = [score, start];
    if (best === most) break;
  }
  // A few words before the first; and no word is cut.
  from = from < 30 ? 0 : text.lastIndexOf(" ", from - 30) + 1;
  const to =
    from + width >= text.length ? text.length : Math.max(text.lastIndexOf(" ", from + width), from + 1);
  return marked(text, from, to, met);
}

/** A text with the words sought marked; between `from` and `to` of it. */
function marked(text: string, from: number, to: number, words: readonly Word[]): Run[] {
  const runs: Run[] = [];
  const say = (start: number, end: number, isMarked: boolean): void => {
    if (end > start) runs.push({ text: text.slice(start, end), isMarked });
  };
  if (from > 0) runs.push({ text: "… ", isMarked: false });
  let at = from;
  for (const { start, end } of words) {
    if (start < at || end > to) continue;
    say(at, start, false);
    say(start, end, true);
    at = end;
  }
  say(at, to, false);
  if (to < text.length) runs.push({ text: " …", isMarked: false });
  return runs;
}
