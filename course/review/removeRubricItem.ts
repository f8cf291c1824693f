import type { ManualMark } from "../gradebook/manualMark.ts";
import { itemsScore } from "./itemsScore.ts";
import type { ReviewCell, ReviewDesk } from "./reviewDesk.ts";

export type RemovalOutcome =
  | { readonly removed: true }
  /** What would become of the marks that have it, for the reviewer to agree to. */
  | { readonly question: string }
  | { readonly fault: string };

/** What becomes of the marks that have an item when it goes. */
interface Effects {
  /** Their points follow from the items, and do so from those that are left. */
  readonly recounted: readonly ManualMark[];
  /** They had no other item: nothing says any more what they are worth. */
  readonly reopened: readonly ManualMark[];
  /** Their points are a person's own: the mark stays as it is, whoever gave it. An item that is gone is passed over. */
  readonly kept: readonly ManualMark[];
}

/**
 * Takes an item out of a rubric. As in Gradescope, points that follow from the items of a mark are counted anew, and an answer without any item waits to be read again, or has the tests' mark; its comment stays, as a comment beside
 * the tests' mark or as this reviewer's unfinished one. Points that a person gave by hand stay.
 *
 * An item that marks have goes only when the reviewer has agreed to what becomes of them, in the very words of the question:
 * a mark that came in between is asked about again.
 *
 * @param given what a page sent: `id`, and `agreed`, the question that was answered
 */
export function removeRubricItem(desk: ReviewDesk, cell: ReviewCell, given: unknown): RemovalOutcome {
  const { gradebook, reviewer, now } = desk.course;
  const { id, agreed } = (given ?? {}) as Record<string, unknown>;
  return gradebook.transaction((): RemovalOutcome => {
    const rubric = desk.rubric(cell);
    const item = rubric.find((each) => each.id === id);
    if (!item) return { fault: "There is no such rubric item: reload the page" };
    const effects = effectsOf(item.id, desk, cell);
    const question = inWords(effects, cell);
    if (question !== "" && question !== agreed) return { question };
    const by = { by: reviewer, at: now().toISOString() };
    const without = (mark: ManualMark): ManualMark => ({
      ...mark,
      rubric: mark.rubric.filter((each) => each !== item.id),
    });
    gradebook.removeRubricItem(item, by.by, by.at);
    for (const mark of effects.recounted) {
      const score = itemsScore(without(mark), rubric, cell.points) ?? null;
      gradebook.saveManualMark({ ...without(mark), score, ...by });
    }
    for (const mark of effects.reopened) reopen(desk, cell, { ...without(mark), ...by });
    return { removed: true };
  });
}

function effectsOf(id: string, desk: ReviewDesk, cell: ReviewCell): Effects {
  const rubric = desk.rubric(cell);
  const marks = desk.marks(cell).filter((mark) => mark.rubric.includes(id));
  const follows = marks.filter((mark) => itemsScore(mark, rubric, cell.points) === mark.score);
  const others = new Set(rubric.map((item) => item.id).filter((each) => each !== id));
  const hasOther = (mark: ManualMark): boolean => mark.rubric.some((each) => others.has(each));
  return {
    recounted: follows.filter(hasOther),
    reopened: follows.filter((mark) => !hasOther(mark)),
    kept: marks.filter((mark) => !follows.includes(mark)),
  };
}

/** Takes a mark back that nothing stands for any more, and keeps its comment. */
function reopen(desk: ReviewDesk, cell: ReviewCell, mark: ManualMark): void {
  const { gradebook } = desk.course;
  gradebook.removeManualMark(mark);
  if (mark.comment.trim() === "") return;
  if (cell.kind === "tests") gradebook.saveManualMark({ ...mark, score: null, reason: "" });
  else desk.drafts.save(cell, mark.student, { ...mark, score: null });
}

/** What the reviewer is asked; "" if no mark has the item. */
function inWords({ recounted, reopened, kept }: Effects, { kind }: ReviewCell): string {
  const all = recounted.length + reopened.length + kept.length;
  if (all === 0) return "";
  const parts = [
    [recounted.length, "counted anew from the items left"],
    [reopened.length, kind === "tests" ? "back to the tests’ mark" : "to be read again, with no other item"],
    [kept.length, "with points given by hand, which stay"],
  ] as const;
  const told = parts.filter(([count]) => count > 0).map(([count, words]) => `${count} ${words}`);
  return `${all} ${all === 1 ? "answer has" : "answers have"} this item: ${told.join("; ")}.`;
}
