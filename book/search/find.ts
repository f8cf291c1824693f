import { literalText } from "./literalText.ts";
import type { Entry, SearchBook } from "./searchBook.ts";
import type { Kind } from "./section.ts";
import { type Sought, soughtIn } from "./sought.ts";

/** A place that a search found. */
export interface Find extends Entry {
  /** Which of the book's places it is. */
  readonly place: number;
  /** Whether the question stands there as it was typed. */
  readonly isLiteral: boolean;
  readonly score: number;
}

export interface Found {
  /** The best first. */
  readonly finds: readonly Find[];
  /** Whether each has all the words; else each has some, because none has all. */
  readonly hasAll: boolean;
}

/** What a word counts for in a title, and what one counts for whose parts stand apart. */
const [inTitle, apart] = [2.5, 0.2];

/** Which kinds come first of places that are equal: explanations before code. */
const kindFactor: Readonly<Record<Kind, number>> = {
  ...{
    word: 1.5,
    letter: 1.3,
    reference: 0.8,
    text: 1.2,
    figure: 1.1,
    claim: 1,
    exercise: 0.95,
    work: 0.9,
    code: 0.7,
  },
};

/** Finds the places of the book that have the words of a question, the best first. */
export function find(book: SearchBook, question: string): Found {
  const words = soughtIn(question);
  const literal = literalText(question.trim());
  const scores = words.map((word) => scoresOf(book, word));
  const count = new Map<number, number>();
  for (const [at, each] of scores.entries())
    if (!words[at]?.isOptional)
      for (const place of each.keys()) count.set(place, (count.get(place) ?? 0) + 1);

  // Signs are not words: `|V|` has the word V, and what counts is the whole of it as it was typed.
  const [only] = words;
  const isPhrase = literal.length > 1 && (words.length !== 1 || only?.word.whole !== literal);
  if (words.length === 0 && literal !== "")
    for (const place of book.entries.keys()) if (book.literal(place).includes(literal)) count.set(place, 0);

  const most = Math.max(0, ...count.values());
  const finds: Find[] = [];
  for (const [place, met] of count) {
    if (met < most) continue;
    const entry = book.entries[place]!;
    const { isTitled, kind } = entry.section;
    let score = scores.reduce((sum, each) => sum + (each.get(place) ?? 0), words.length === 0 ? 1 : 0);
    const isLiteral = isPhrase && holds(book.literal(place), literal);
    if (isLiteral) score *= 3;
    if (isTitled && book.literal(place).startsWith(`${literal}\n`)) score *= 4;
    finds.push({ ...entry, place, isLiteral, score: score * kindFactor[kind] });
  }
  finds.sort((a, b) => b.score - a.score || a.place - b.place);
  return { finds, hasAll: most === words.filter(({ isOptional }) => !isOptional).length };
}

/** Whether a text holds another, and not as a part of a longer number. */
function holds(text: string, literal: string): boolean {
  for (let at = text.indexOf(literal); at !== -1; at = text.indexOf(literal, at + 1)) {
    const [before = "", after = ""] = [
      text[at - 1],
      text.slice(at + literal.length, at + literal.length + 2),
    ];
    const isCut =
      (/^[\d.]/.test(literal) && /[\d.]/.test(before)) || (/\d$/.test(literal) && /^(?:\d|\.\d)/.test(after));
    if (!isCut) return true;
  }
  return false;
}

/** What a word counts for in each place that has it. */
function scoresOf(book: SearchBook, { forms, parts }: Sought): Map<number, number> {
  const gained = new Map<number, number>();
  const gain = (place: number, weight: number): void => {
    if (weight > (gained.get(place) ?? 0)) gained.set(place, weight);
  };
  for (const { form, whole, begun } of forms)
    for (const [line, factor] of [[book.titles, inTitle] as const, [book.texts, 1] as const])
      for (const [place, hits] of line.find(form, begun > 0))
        gain(place, factor * Math.max(whole * often(hits.whole), begun * often(hits.begun)));
  // `unigramCounts` where both words stand, but not as one.
  const each = parts.map((part) => scoresOf(book, part));
  for (const place of each[0]?.keys() ?? [])
    if (each.every((scores) => scores.has(place))) gain(place, apart);
  const rare = Math.log(1 + book.entries.length / (1 + gained.size));
  for (const [place, weight] of gained) gained.set(place, weight * rare);
  return gained;
}

/** A second mention says less than the first. */
const often = (count: number): number => (count === 0 ? 0 : 1 + 0.25 * Math.log(count));
