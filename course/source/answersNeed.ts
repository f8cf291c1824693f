import { slice } from "../../kernel/compile/slice.ts";
import type { CodeCell, Notebook } from "../../kernel/notebook/notebook.ts";
import type { JudgedCell } from "../manifest/assignmentManifest.ts";

/**
 * The cells that an answer like the instructor's needs to run: of all that its tests stand on often a small part.
 *
 * @param notebook with the instructor's answers
 * @returns their ids, in order; none if a cell cannot be compiled
 */
export function answersNeed(
  { cells }: Notebook,
  { id, answers, standsOn }: Pick<JudgedCell, "id" | "answers" | "standsOn">,
): string[] {
  const code = cells.filter((cell): cell is CodeCell => cell.cell_type === "code");
  const before = code.slice(0, code.findIndex((cell) => cell.id === id) + 1);
  try {
    const changed = new Set(slice(before, { changed: answers }));
    const reached = standsOn.filter((each) => changed.has(each) && each !== id);
    return slice(before, { wanted: reached }).filter((each) => !reached.includes(each));
  } catch {
    return [];
  }
}
