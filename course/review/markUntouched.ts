import type { ReviewCell, ReviewDesk } from "./reviewDesk.ts";
import { hasZeroUntouched, waitsUntouched } from "./untouched.ts";

/**
 * Gives 0 to each answer that is as it was handed out and that nobody has marked. Never unasked: what a student wrote
 * elsewhere in the notebook would be lost unseen. @returns how many
 */
export function markUntouched(desk: ReviewDesk, cells: readonly ReviewCell[]): number {
  const { gradebook, reviewer, now } = desk.course;
  return gradebook.transaction(() => {
    const found = desk
      .reviews(cells)
      .flatMap(({ cell, entries }) => entries.filter(waitsUntouched).map((entry) => ({ cell, entry })));
    for (const { cell, entry } of found)
      gradebook.saveManualMark({
        ...{ student: entry.student, assignment: cell.assignment, notebook: cell.notebook },
        ...{ gradeId: cell.gradeId, score: 0, comment: "", rubric: [], reason: "" },
        ...{ answerSha: entry.answer?.sha ?? "", by: reviewer, at: now().toISOString() },
      });
    return found.length;
  });
}

/** Takes back what `markUntouched` gave to answers to an exercise: they wait to be read again. @returns how many */
export function unmarkUntouched(desk: ReviewDesk, cell: ReviewCell): number {
  const { gradebook, reviewer, now } = desk.course;
  return gradebook.transaction(() => {
    const marks = desk
      .reviews([cell])
      .flatMap(({ entries }) => entries.filter(hasZeroUntouched))
      .flatMap(({ mark }) => (mark ? [mark] : []));
    for (const mark of marks) gradebook.removeManualMark({ ...mark, by: reviewer, at: now().toISOString() });
    return marks.length;
  });
}
