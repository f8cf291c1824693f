import type { Cell, Notebook } from "../../kernel/notebook/notebook.ts";
import { nbgraderOf } from "./nbgraderCell.ts";

/**
 * What a person calls the exercise of a graded cell: the title in our metadata, of the cell or of the one that asks; else
 * the heading above it; else its name.
 *
 * @param notebook as students get it: a heading inside a mark scheme is not to be handed out as a title
 */
export function titleOf({ cells }: Notebook, id: string): string {
  const at = cells.findIndex((cell) => cell.id === id);
  const cell = cells[at] as Cell;
  const own = genlossOf(cell);
  if (typeof own.title === "string") return own.title;
  const asking = cells
    .map(genlossOf)
    .find((each) => each.role === "exercise" && each.exercise === own.exercise);
  if (own.exercise !== undefined && typeof asking?.title === "string") return asking.title;
  const before = cells.slice(0, at + 1);
  const headings = before.flatMap(({ cell_type, source }) =>
    cell_type === "markdown"
      ? [...source.matchAll(/^#{1,6}\s+(.*?)\s*#*\s*$/gm)].map(([, words = ""]) => words)
      : [],
  );
  return headings.at(-1) || (nbgraderOf(cell)?.gradeId ?? id);
}

const genlossOf = ({ metadata }: Cell): Record<string, unknown> =>
  typeof metadata.genloss === "object" ? (metadata.genloss as Record<string, unknown>) : {};
