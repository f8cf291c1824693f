import type { FinalCell, FinalMark } from "../gradebook/finalMark.ts";
import type { CourseMarks } from "./courseMarks.ts";

/** Finds what a person said to the answer behind a cell of a mark; "" if nothing. */
export type CommentOf = (mark: FinalMark, cell: FinalCell) => string;

/** Finds comments, those that stand beside the tests' mark too. */
export function commentOf({ manual }: Pick<CourseMarks, "manual">): CommentOf {
  const found = new Map(manual.map((each) => [keyOf(each.student, each.assignment, each), each.comment]));
  return (mark, cell) => (found.get(keyOf(mark.student, mark.assignment, cell)) ?? "").trim();
}

const keyOf = (
  student: string,
  assignment: string,
  { notebook, gradeId }: Pick<FinalCell, "notebook" | "gradeId">,
): string => JSON.stringify([student, assignment, notebook, gradeId]);
