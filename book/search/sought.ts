import { commonWords, questionWords, type Word, wordsIn } from "./words.ts";

/** A word of a question, with the forms in which it is looked for. */
export interface Sought {
  readonly word: Word;
  readonly forms: readonly Form[];
  /** Whether a place without it may be found. */
  readonly isOptional: boolean;
  /** Its parts, where they may also stand apart. */
  readonly parts: readonly Sought[];
}

interface Form {
  readonly form: string;
  /** What it counts for as a whole word. */
  readonly whole: number;
  /** What it counts for as the beginning of a word; 0 if that does not count. */
  readonly begun: number;
}

/** By how a word was met: as it is, in the singular, begun, or only akin. */
const weights = { same: 1, singular: 0.7, begun: 0.3, akin: 0.12 } as const;

/** The words of a question that say something, each once; the last may not be written out yet. */
export function soughtIn(question: string): Sought[] {
  const written = [...wordsIn(question)];
  const end = question.trimEnd().length;
  const last = new Map(written.map((word) => [word.whole, word]));
  const telling = [...last.values()].filter(({ whole }) => !commonWords.has(whole));
  const asks = telling.some(({ whole }) => !questionWords.has(whole));
  return telling.map((word) => ({
    word,
    forms: formsOf(word, word.end === end),
    isOptional: asks && questionWords.has(word.whole),
    parts: word.parts.every((part) => part.length > 1)
      ? word.parts.map((whole) => ({
          word: { ...word, whole, parts: [] },
          forms: [{ form: whole, whole: weights.same, begun: 0 }],
          isOptional: false,
          parts: [],
        }))
      : [],
  }));
}

function formsOf({ whole, isNumber }: Word, isLast: boolean): Form[] {
  // 0.65 finds 0.6588; 1 is not looked for in 111, nor 6588 in 0.6588.
  if (isNumber)
    return [{ form: whole, whole: weights.same, begun: isLast && whole.length > 2 ? weights.begun : 0 }];
  const isBegun = whole.length >= (isLast ? 2 : 4);
  const forms: Form[] = [{ form: whole, whole: weights.same, begun: isBegun ? weights.begun : 0 }];
  const isPlural = whole.length > 3 && /[^suiy]s$|ies$/.test(whole);
  if (isPlural)
    forms.push({ form: whole.replace(/ies$/, "y").replace(/s$/, ""), whole: weights.singular, begun: 0 });
  const stem = whole.replace(/(?:ations?|ions?|ings?|ed|es|e|s)$/, "");
  if (stem !== whole && stem.length > 3) forms.push({ form: stem, whole: weights.akin, begun: weights.akin });
  return forms;
}

/** Which of the words sought a word of a text is; -1 if none that is asked for. */
export function soughtAs({ whole, parts }: Word, words: readonly Sought[]): number {
  const own = [whole, ...parts];
  const isMet = ({ forms, parts }: Sought): boolean =>
    forms.some(({ form, begun }) =>
      own.some((each) => (begun > 0 ? each.startsWith(form) : each === form)),
    ) || parts.some(isMet);
  return words.findIndex((each) => !each.isOptional && isMet(each));
}
