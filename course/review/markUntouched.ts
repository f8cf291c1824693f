import type { ReviewCell, ReviewDesk } from "./reviewDesk.ts";

/** Gives 0 to each answer that is as it was handed out and that nobody has marked. @returns how many */
export function markUntouched(desk: ReviewDesk, cell: ReviewCell): number {
  const { gradebook, reviewer, now } = desk.course;
  return gradebook.transaction(() => {
    const [review] = desk.reviews([cell]);
    const untouched = (review?.entries ?? []).filter(
      ({ answer, state }) => answer?.isUntouched && state === "to-review",
    );
    for (const { student, answer } of untouched)
      gradebook.saveManualMark({
        ...{ student, assignment: cell.assignment, notebook: cell.notebook, gradeId: cell.gradeId },
        ...{ score: 0, comment: "", rubric: [], reason: "", answerSha: answer?.sha ?? "" },
        ...{ by: reviewer, at: now().toISOString() },
      });
    return untouched.length;
  });
}
