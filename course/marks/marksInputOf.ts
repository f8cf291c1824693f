import type { OpenCourse } from "../openCourse.ts";
import type { MarksInput } from "./marksInput.ts";

/** All that a course has of an assignment for its marks to follow from. */
export const marksInputOf = (
  { course, gradebook, handedOut, answers }: Omit<OpenCourse, "paths">,
  assignment: string,
  now: Date,
): MarksInput => ({
  course,
  assignment,
  students: gradebook.students(),
  cells: gradebook.gradedCells(assignment),
  attempts: gradebook.attempts(assignment),
  results: gradebook.results(assignment),
  manualMarks: gradebook.manualMarks(assignment),
  now,
  variantOf: handedOut.variantOf,
  answerSha: (student, cell, sha256) => answers.shaOf(student, cell, sha256),
});
