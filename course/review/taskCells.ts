import type { Cell } from "../../kernel/notebook/notebook.ts";
import type { JudgedCell, ManifestNotebook } from "../manifest/assignmentManifest.ts";

/**
 * The cells that ask for an answer: of a task, its own; of any other, the text above the answer, with what is given between
 * the two. A text in several cells is read from its heading on: what stands above that is of something else.
 */
export function taskCells({ release }: ManifestNotebook, judged: JudgedCell): readonly Cell[] {
  if (judged.kind === "task") return release.cells.filter(({ id }) => id === judged.id);
  const answer = release.cells.findIndex(({ id }) => judged.answers.includes(id));
  const isText = (index: number): boolean => release.cells[index]?.cell_type === "markdown";
  let first = answer - 1;
  while (first >= 0 && !isText(first) && !isGraded(release.cells[first])) first -= 1;
  if (first < 0 || isGraded(release.cells[first])) return [];
  const hasHeading = (index: number): boolean => /^\s*#/.test(release.cells[index]?.source ?? "");
  while (!hasHeading(first) && isText(first - 1) && !isGraded(release.cells[first - 1])) first -= 1;
  return release.cells.slice(first, answer);
}

/** Whether an answer or its tests end here what belongs to another exercise. */
function isGraded(cell: Cell | undefined): boolean {
  const { solution, grade } = (cell?.metadata.nbgrader ?? {}) as { solution?: unknown; grade?: unknown };
  return solution === true || grade === true;
}
