import { createHash } from "node:crypto";
import type { GradedCell } from "../gradebook/gradedCell.ts";

export type CellName = Pick<GradedCell, "assignment" | "notebook" | "gradeId">;

/**
 * What an answer is called in an address, and its place in the order of the review: sorted by it, answers to each exercise
 * come in another order, and one that is handed in later changes no other's place among the rest.
 */
export const answerKey = (
  seed: number,
  { assignment, notebook, gradeId }: CellName,
  student: string,
): string =>
  createHash("sha256")
    .update(JSON.stringify([seed, assignment, notebook, gradeId, student]))
    .digest("hex")
    .slice(0, 24);
