import type { Cell, Notebook } from "../../kernel/notebook/notebook.ts";
import type { JudgedCell } from "../manifest/assignmentManifest.ts";

/**
 * The code of a notebook with the instructor's answers to an exercise: they tell what answers declare and reach. What was
 * handed out may be a remark alone, which tells nothing. For names only: it never runs where answers run.
 */
export const solvedCells = (
  { cells }: Notebook,
  { solved = {} }: Pick<JudgedCell, "solved">,
): Pick<Cell, "id" | "source">[] =>
  cells
    .filter(({ cell_type: type }) => type === "code")
    .map(({ id, source }) => ({ id, source: solved[id] ?? source }));
