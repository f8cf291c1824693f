import { slice } from "../../kernel/compile/slice.ts";
import type { Notebook } from "../../kernel/notebook/notebook.ts";
import type { JudgedCell } from "../manifest/assignmentManifest.ts";
import { solvedCells } from "./solvedCells.ts";

/**
 * Ids of the cells that an exercise's answers reach, the answers among them: what another answer may change. They run where
 * answers run, and never where tests do.
 *
 * @throws {CellSyntaxError} for a cell that cannot be compiled
 */
export const changedCells = (release: Notebook, cell: JudgedCell): ReadonlySet<string> =>
  new Set(slice(solvedCells(release, cell), { changed: cell.answers }));
