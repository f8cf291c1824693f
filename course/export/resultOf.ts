import type { CellResult } from "../gradebook/cellResult.ts";
import type { FinalCell, FinalMark } from "../gradebook/finalMark.ts";
import type { CourseMarks } from "./courseMarks.ts";
import { notebookFile } from "./notebookFile.ts";

/** Finds what the tests said of a cell of a mark. */
export type ResultOf = (mark: FinalMark, cell: FinalCell) => CellResult | undefined;

/**
 * Finds results by the attempt that counts, its files, today's tests and the student's own numbers: a result of other bytes,
 * or of tests as they once were, is not this mark's.
 */
export function resultOf({
  attempts,
  results,
  cells,
  variantOf,
}: Pick<CourseMarks, "attempts" | "results" | "cells" | "variantOf">): ResultOf {
  const attemptOf = new Map(attempts.map((attempt) => [attempt.id, attempt]));
  const testsOf = new Map(cells.map((cell) => [keyOf(cell), cell.testsSha]));
  const found = Map.groupBy(
    results.filter((result) => testsOf.get(keyOf(result)) === result.testsSha),
    (result) => `${keyOf(result)}\n${result.sha256}`,
  );
  return (mark, cell) => {
    const files = mark.attempt === undefined ? undefined : attemptOf.get(mark.attempt)?.files;
    const key = keyOf({ ...cell, assignment: mark.assignment });
    const variant = variantOf(mark.assignment, mark.student, cell.notebook);
    const file = files && notebookFile(files, cell.notebook);
    const own = file && found.get(`${key}\n${file.sha256}`);
    return own?.find((result) => result.variant === variant);
  };
}

const keyOf = (cell: {
  readonly assignment: string;
  readonly notebook: string;
  readonly gradeId: string;
}): string => `${cell.assignment}\n${cell.notebook}\n${cell.gradeId}`;
