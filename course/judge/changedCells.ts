import { slice } from "../../kernel/compile/slice.ts";
import type { Notebook } from "../../kernel/notebook/notebook.ts";
import type { JudgedCell } from "../manifest/assignmentManifest.ts";

/**
 * Ids of the cells that an exercise's answers reach, the answers among them: what another answer may change. They run where
 * answers run, and never where tests do.
 *
 * @throws {CellSyntaxError} for a cell that cannot be compiled
 */
export const changedCells = ({ cells }: Notebook, { answers }: JudgedCell): ReadonlySet<string> =>
  new Set(
    slice(
      cells.filter(({ cell_type: type }) => type === "code"),
      { changed: answers },
    ),
  );
