/** What the page of an answer sends: a mark, perhaps unfinished. */
export interface MarkForm {
  /** Version of the mark that the page showed, "" for none: another's later one is not overwritten unseen. */
  readonly seen: string;
  /** Of the answer that the page showed. */
  readonly answerSha: string;
  readonly score: number | null;
  readonly comment: string;
  readonly rubric: readonly string[];
  readonly reason: string;
}

/** Characters of a comment or a reason at most. */
export const longestComment = 20_000;

/** Reads what a page sent; undefined if it is no such form. */
export function readMarkForm(value: unknown): MarkForm | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const { seen, answerSha, score, comment, rubric, reason } = value as Record<string, unknown>;
  const isText = (each: unknown): each is string => typeof each === "string" && each.length <= longestComment;
  if (!isText(seen) || !isText(answerSha) || !isText(comment) || !isText(reason)) return undefined;
  if (score !== null && !(typeof score === "number" && Number.isFinite(score))) return undefined;
  if (!Array.isArray(rubric) || rubric.length > 1000 || !rubric.every(isText)) return undefined;
  return { seen, answerSha, score, comment, rubric, reason };
}
