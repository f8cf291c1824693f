import { createHash } from "node:crypto";
import type { Cell } from "../../kernel/notebook/notebook.ts";
import { nbgraderOf } from "./nbgraderCell.ts";

/**
 * nbgrader's checksum of a cell, by which it sees that one was changed. Undefined for a cell that gets none.
 *
 * @see nbgrader 0.9.6, utils.py (`compute_checksum`) and preprocessors/computechecksums.py
 */
export function checksumOf(cell: Cell): string | undefined {
  const found = nbgraderOf(cell);
  if (!found) return undefined;
  const { gradeId, grade, solution, locked, points } = found;
  const isLocked = !solution && (grade || locked);
  if (!grade && !solution && !isLocked) return undefined;
  const python = (value: boolean): string => (value ? "True" : "False");
  const parts = [cell.source, cell.cell_type, python(grade), python(solution), python(isLocked), gradeId];
  if (grade) parts.push(pythonFloat(points));
  return createHash("md5").update(parts.join("")).digest("hex");
}

/** A number as Python's `str(float(x))`: `2.0`, `0.5`, `1e-05`, `1e+16`. */
export function pythonFloat(value: number): string {
  if (value !== 0 && (Math.abs(value) < 1e-4 || Math.abs(value) >= 1e16))
    return value.toExponential().replace(/e([+-])(\d)$/, "e$10$2");
  return Number.isInteger(value) ? `${value}.0` : String(value);
}
