import type { Student } from "../gradebook/student.ts";
import type { CanvasTemplate } from "./canvasTemplate.ts";
import { type ExportNote, noteOn } from "./exported.ts";

/** By what a student is found, surest first: as canvas-lms' `process_student` looks (`lib/gradebook_importer.rb`). */
const identities = ["ID", "SIS User ID", "SIS Login ID"] as const;

/**
 * Finds the row of each student in Canvas's gradebook. What the roster says of Canvas's columns comes first; where it is
 * silent, our own id is tried as an SIS id, and the e-mail address as a login. Values are compared letter by letter: 007 is not 7.
 */
export function canvasRows(
  { header, rows, studentRows }: Pick<CanvasTemplate, "header" | "rows" | "studentRows">,
  students: readonly Student[],
): { readonly rowOf: ReadonlyMap<string, number>; readonly notes: readonly ExportNote[] } {
  const cell = (row: number, column: string): string =>
    rows[row]?.[header.indexOf(column)]?.value.trim() ?? "";
  const places = new Map(
    identities.map((column) => [
      column,
      Map.groupBy(
        studentRows.filter((row) => cell(row, column) !== ""),
        (row) => cell(row, column),
      ),
    ]),
  );
  const found = students.map((student) => {
    const rowsOf = identities.flatMap((column) =>
      valuesOf(student, column).flatMap((value) => places.get(column)?.get(value) ?? []),
    );
    return { id: student.id, rows: [...new Set(rowsOf)] };
  });
  const owners = Map.groupBy(
    found.filter(({ rows }) => rows.length === 1),
    ({ rows: [row] }) => row as number,
  );
  const isOnly = ({ rows }: { readonly rows: readonly number[] }): boolean =>
    rows.length === 1 && owners.get(rows[0] as number)?.length === 1;
  const rowOf = new Map(found.filter(isOnly).map(({ id, rows }) => [id, rows[0] as number]));
  const taken = new Set(rowOf.values());
  const labels = studentRows
    .filter((row) => !taken.has(row))
    .map(
      (row) =>
        identities.map((column) => cell(row, column)).find((value) => value !== "") ??
        cell(row, header[0] ?? ""),
    );
  return {
    rowOf,
    notes: [
      ...noteOn(labels, (count) => `${count} rows of the template are of nobody here, and stay as they were`),
      ...noteOn(
        found.filter(({ rows }) => rows.length === 0).map(({ id }) => id),
        (count) => `${count} students here have no row in the template, so their marks are not in the file`,
      ),
      ...noteOn(
        found.filter((each) => each.rows.length > 0 && !isOnly(each)).map(({ id }) => id),
        (count) =>
          `${count} students match more than one row, or a row that somebody else matches: none of them is filled`,
      ),
    ],
  };
}

function valuesOf({ id, email, lms }: Student, column: (typeof identities)[number]): string[] {
  const known = lms[column]?.trim();
  if (known) return [known];
  if (column === "SIS User ID") return [id];
  return column === "SIS Login ID" ? [id, email].filter((value) => value !== "") : [];
}
