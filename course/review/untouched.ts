import type { ReviewEntry } from "./reviewEntry.ts";

/** Whether nothing was written, and nobody has said yet what that gives. */
export const waitsUntouched = ({ answer, state }: ReviewEntry): boolean =>
  answer?.isUntouched === true && state === "to-review";

/** Whether it has 0 for nothing written, and nothing was said to it: such marks are given, and taken back, all at once. */
export const hasZeroUntouched = ({ answer, state, mark }: ReviewEntry): boolean =>
  answer?.isUntouched === true &&
  state === "reviewed" &&
  mark?.score === 0 &&
  mark.comment.trim() === "" &&
  mark.rubric.length === 0;
