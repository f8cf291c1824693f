import type { Cell, CellMetadata, Notebook } from "../../kernel/notebook/notebook.ts";
import { checksumOf } from "./checksum.ts";
import { nbgraderOf } from "./nbgraderCell.ts";
import { takeRegions } from "./takeRegions.ts";

/** What stands where a solution stood, as our `nbgrader_config.py` tells nbgrader; in words, nbgrader's own. */
const codeStub = "// your code here";
const textStub = "YOUR ANSWER HERE";

/**
 * A source notebook as students get it: what `nbgrader generate_assignment` makes of it, cell for cell. Solutions give
 * way to a stub, hidden tests and mark schemes are taken out, outputs too; what students are not to change is locked.
 *
 * @see nbgrader 0.9.6, converters/generate_assignment.py for the order of its steps
 */
export function releaseNotebook(source: Notebook): Notebook {
  const { celltoolbar: _, ...metadata } = source.metadata;
  return { ...source, metadata, cells: source.cells.map(releaseCell) };
}

function releaseCell(cell: Cell): Cell {
  const cleared = { ...cell, source: releaseSource(cell), metadata: releaseMetadata(cell) };
  const bare: Cell =
    cleared.cell_type === "code" ? { ...cleared, outputs: [], execution_count: null } : cleared;
  const checksum = checksumOf(bare);
  if (checksum === undefined) return bare;
  const nbgrader = { ...(bare.metadata.nbgrader as object), checksum, cell_type: bare.cell_type };
  return { ...bare, metadata: { ...bare.metadata, nbgrader } };
}

function releaseSource(cell: Cell): string {
  const stub = cell.cell_type === "code" ? codeStub : textStub;
  const { outside, inside } = takeRegions(cell.source, "SOLUTION", [stub]);
  // An answer without regions is replaced whole.
  const isWhole = nbgraderOf(cell)?.solution === true && inside.length === 0;
  const solved = isWhole ? stub : outside;
  return takeRegions(takeRegions(solved, "HIDDEN TESTS").outside, "MARK SCHEME").outside;
}

function releaseMetadata(cell: Cell): CellMetadata {
  const { collapsed, scrolled, ...rest } = cell.metadata;
  const kept = cell.cell_type === "code" ? rest : cell.metadata;
  const found = nbgraderOf(cell);
  if (!found) return kept;
  if (found.solution) return { ...kept, deletable: false };
  return found.grade || found.locked ? { ...kept, deletable: false, editable: false } : kept;
}
