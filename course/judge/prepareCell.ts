import { cellUses } from "../../kernel/compile/cellUses.ts";
import { slice } from "../../kernel/compile/slice.ts";
import type { Notebook } from "../../kernel/notebook/notebook.ts";
import type { JudgedCell } from "../manifest/assignmentManifest.ts";
import { variedCells } from "../variants/variantNotebook.ts";
import { changedCells } from "./changedCells.ts";
import type { StudentHostProgram } from "./host/buildStudentHost.ts";
import type { Ground } from "./host/openSession.ts";
import { solvedCells } from "./solvedCells.ts";

/** Which cells an exercise needs, and where they run. */
export interface CellPlan {
  readonly cell: JudgedCell;
  readonly release: Notebook;
  /** What the exercise stands on and no answer reaches. */
  readonly ground: Ground;
  /** Cells that answers reach, in order, the answers among them: they run where the answers run. */
  readonly reached: readonly string[];
  /** Names that these declare: tests get them from there. */
  readonly names: readonly string[];
  /** Cells of the ground that an answer like the instructor's needs to run: of all that tests stand on often a small part. */
  readonly needed: readonly string[];
  /** Cells that hold a student's own numbers, and those that stand on them: they run on both sides for each student. */
  readonly varied: readonly string[];
}

/** What of an exercise does not change from one submission to the next. */
export interface PreparedCell extends CellPlan {
  readonly program: StudentHostProgram;
  /** Cells that have run in the program already: the quick ones of this ground or of the notebook's. */
  readonly hosted: readonly string[];
}

/** @param modules what cells of the notebook import, from `buildPageModules` */
export function planCell(
  release: Notebook,
  cell: JudgedCell,
  modules: Pick<Ground, "table" | "sources">,
): CellPlan {
  const given = release.cells.filter(({ cell_type: type }) => type === "code");
  const code = solvedCells(release, cell);
  const changed = changedCells(release, cell);
  const reached = cell.standsOn.filter((id) => changed.has(id) && id !== cell.id);
  const own = new Set(slice(code, { changed: [...variedCells(release)] }));
  const varied = cell.standsOn.filter((id) => own.has(id) && !changed.has(id));
  const ground = cell.standsOn.filter((id) => !changed.has(id) && !own.has(id) && id !== cell.id);
  // As handed out: no answer of the instructor's comes near a student's.
  const cells = given.filter(({ id }) => ground.includes(id)).map(({ id, source }) => ({ id, source }));
  const declaring = code.filter(({ id }) => reached.includes(id));
  const names = [...new Set(declaring.flatMap(({ source }) => [...cellUses(source).declares]))];
  const used = new Set(slice(code, { wanted: reached }));
  const needed = ground.filter((id) => used.has(id));
  return { cell, release, ground: { ...modules, cells }, reached, names, needed, varied };
}
