import type { FinalMark } from "../gradebook/finalMark.ts";
import type { Gradebook } from "../gradebook/gradebook.ts";
import type { CourseFile } from "../settings/courseFile.ts";
import { finalMarks } from "./finalMarks.ts";
import type { MarksInput } from "./marksInput.ts";

/** The marks of an assignment, from all that the gradebook has of it. */
export const marksOf = (
  gradebook: Gradebook,
  course: CourseFile,
  assignment: string,
  now: Date,
  more: Pick<MarksInput, "variantOf" | "answerSha"> = {},
): FinalMark[] =>
  finalMarks({
    course,
    assignment,
    students: gradebook.students(),
    cells: gradebook.gradedCells(assignment),
    attempts: gradebook.attempts(assignment),
    results: gradebook.results(assignment),
    manualMarks: gradebook.manualMarks(assignment),
    now,
    ...more,
  });
