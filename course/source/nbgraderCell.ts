import type { Cell } from "../../kernel/notebook/notebook.ts";

/**
 * What a cell is to nbgrader, by its metadata.
 *
 * @see nbgrader 0.9.6, nbgraderformat/v3.json: schema 3 is the newest
 */
export interface NbgraderCell {
  readonly gradeId: string;
  readonly grade: boolean;
  readonly solution: boolean;
  readonly locked: boolean;
  readonly task: boolean;
  /** 0 where it says none. */
  readonly points: number;
}

const keys = "schema_version, grade, solution, locked, task, grade_id, points, checksum, cell_type".split(
  ", ",
);

/** Undefined for a cell that is none of nbgrader's. */
export function nbgraderOf({ metadata }: Cell): NbgraderCell | undefined {
  const found = metadata.nbgrader;
  if (typeof found !== "object" || found === null) return undefined;
  const given = found as Record<string, unknown>;
  const is = (key: string): boolean => given[key] === true;
  return {
    gradeId: typeof given.grade_id === "string" ? given.grade_id : "",
    ...{ grade: is("grade"), solution: is("solution"), locked: is("locked"), task: is("task") },
    points: typeof given.points === "number" ? given.points : 0,
  };
}

/** Whether an answer of a student goes here. */
export const isAnswer = (cell: Cell): boolean => nbgraderOf(cell)?.solution === true;

/**
 * What nbgrader would not take of a cell's metadata, and what no grader could use, each with what to do.
 *
 * @see nbgrader 0.9.6, nbgraderformat/v3.json and v3.py (`validate_cell`)
 */
export function nbgraderFaults(cell: Cell): string[] {
  const found = cell.metadata.nbgrader;
  if (found === undefined) return [];
  if (typeof found !== "object" || found === null || Array.isArray(found))
    return [`nbgrader metadata must be an object, got ${JSON.stringify(found)}`];
  const given = found as Record<string, unknown>;
  const faults: string[] = [];
  if (given.schema_version !== 3)
    faults.push(`schema_version must be 3, got ${JSON.stringify(given.schema_version)}`);
  for (const key of ["grade", "solution", "locked"])
    if (typeof given[key] !== "boolean")
      faults.push(`${key} must be true or false, got ${JSON.stringify(given[key])}`);
  for (const key of Object.keys(given))
    if (!keys.includes(key))
      faults.push(
        `nbgrader metadata may hold ${keys.join(", ")}, got ${key}; keep what is yours beside nbgrader's`,
      );
  const { gradeId, grade, solution, locked, task } = nbgraderOf(cell) as NbgraderCell;
  if (grade || solution || locked || task) {
    if (!/^[A-Za-z0-9_-]+$/.test(gradeId))
      faults.push(
        `grade_id must be letters, digits, dashes and underscores, got ${JSON.stringify(given.grade_id)}`,
      );
  }
  if (grade || task) {
    const { points } = given;
    if (!(typeof points === "number" && points >= 0 && points < Number.POSITIVE_INFINITY))
      faults.push(`points must be a number from 0 on, got ${JSON.stringify(points)}`);
  }
  if (task) {
    if (cell.cell_type !== "markdown") faults.push("a task must be a markdown cell");
    if (!locked) faults.push("a task must be locked, or no submission of it can be read; set locked to true");
    if (grade || solution)
      faults.push("a task can be neither a test nor an answer; set grade and solution to false");
  } else if (cell.cell_type === "markdown" && grade !== solution)
    faults.push("an answer in words must have grade and solution both true, since a person reads it");
  else if (cell.cell_type === "raw" && (grade || solution)) faults.push("a raw cell can give no points");
  return faults;
}
