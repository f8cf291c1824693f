import type { ManualMark } from "../gradebook/manualMark.ts";
import type { MarkForm } from "./markForm.ts";
import { markVersion } from "./markVersion.ts";
import { isScore } from "./readScore.ts";
import type { ReviewCell, ReviewDesk } from "./reviewDesk.ts";

export type SaveOutcome =
  /** It counts. */
  | { readonly saved: "mark"; readonly version: string; readonly at: string }
  /** A comment, beside the tests' mark. */
  | { readonly saved: "comment"; readonly version: string; readonly at: string }
  /** It is kept, and does not count yet: what is missing. */
  | { readonly saved: "draft"; readonly version: string; readonly missing: string }
  /** Another's mark came in between, and stands: it was not overwritten. */
  | { readonly conflict: ManualMark | undefined; readonly version: string }
  | { readonly fault: string };

/** Keeps what a reviewer gave: as a mark if it is whole, else as a draft. */
export function saveMark(desk: ReviewDesk, cell: ReviewCell, student: string, form: MarkForm): SaveOutcome {
  const { gradebook, reviewer, now } = desk.course;
  const { score, comment, reason } = form;
  if (score !== null && !isScore(score, cell.points))
    return { fault: `Points must be from 0 to ${cell.points}, in halves, got ${score}` };
  const known = new Set(desk.rubric(cell).map(({ id }) => id));
  const rubric = form.rubric.filter((id) => known.has(id));
  return gradebook.transaction((): SaveOutcome => {
    const before = desk.mark(cell, student);
    const version = markVersion(before);
    // A page that was left while it sent may send the same once more.
    if (before && isSame(before, { ...form, rubric }, reviewer)) {
      desk.drafts.remove(cell, student);
      return saved(before);
    }
    if (version !== form.seen) return { conflict: before, version };
    if (isBlank(form)) {
      desk.drafts.remove(cell, student);
      if (before) gradebook.removeManualMark({ ...before, by: reviewer, at: now().toISOString() });
      return { saved: "draft", version: "", missing: "" };
    }
    const missing = missingFrom(cell, { ...form, rubric });
    if (missing !== "") {
      desk.drafts.save(cell, student, { ...form, rubric });
      return { saved: "draft", version, missing };
    }
    const { assignment, notebook, gradeId } = cell;
    const mark: ManualMark = {
      ...{ student, assignment, notebook, gradeId, score, comment, rubric },
      reason: cell.kind === "tests" ? reason.trim() : "",
      ...{ answerSha: form.answerSha, by: reviewer, at: now().toISOString() },
    };
    gradebook.saveManualMark(mark);
    desk.drafts.remove(cell, student);
    return saved(mark);
  });
}

const saved = (mark: ManualMark): SaveOutcome => ({
  saved: mark.score === null ? "comment" : "mark",
  version: markVersion(mark),
  at: mark.at,
});

/** What a mark lacks to count; "" if nothing. Where tests judge, a comment needs no points: theirs stand. */
function missingFrom({ kind }: ReviewCell, { score, reason, rubric }: MarkForm): string {
  if (score === null) {
    const isComment = kind === "tests" && reason.trim() === "" && rubric.length === 0;
    return isComment ? "" : "Give points, and it counts.";
  }
  if (kind === "tests" && reason.trim() === "")
    return "Say why it stands in place of the tests' mark, and it counts.";
  return "";
}

const isSame = (mark: ManualMark, form: MarkForm, reviewer: string): boolean =>
  mark.by === reviewer &&
  mark.answerSha === form.answerSha &&
  mark.score === form.score &&
  mark.comment === form.comment &&
  mark.reason === form.reason.trim() &&
  JSON.stringify(mark.rubric) === JSON.stringify(form.rubric);

const isBlank = ({ score, comment, rubric, reason }: MarkForm): boolean =>
  score === null && comment.trim() === "" && reason.trim() === "" && rubric.length === 0;
