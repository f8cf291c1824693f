import { createHash } from "node:crypto";
import type { Notebook } from "../../kernel/notebook/notebook.ts";
import type { JudgedCell } from "../manifest/assignmentManifest.ts";

type Judged = Pick<JudgedCell, "id" | "kind" | "points" | "tests" | "answers" | "standsOn">;

/**
 * Stands for all on our side that a result of a graded cell depends on: its points, its tests in order, and the cells
 * below it as students got them. A hint counts, since a result tells it. What a student answers is not in it.
 */
export function testsSha({ id, kind, points, tests, answers, standsOn }: Judged, release: Notebook): string {
  const sources = new Map(release.cells.map((cell) => [cell.id, cell.source]));
  const given = standsOn
    .filter((each) => each !== id && !answers.includes(each))
    .map((each) => [each, sources.get(each)]);
  const judging = tests.map(({ title, hint, hidden, source }) => [title, hint ?? null, hidden, source]);
  return createHash("sha256")
    .update(JSON.stringify([kind, points, answers, given, judging]))
    .digest("hex");
}
