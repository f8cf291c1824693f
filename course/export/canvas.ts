import { Refusal } from "../../kernel/refusal.ts";
import type { FinalMark } from "../gradebook/finalMark.ts";
import { byStudent } from "./byStudent.ts";
import { canvasRows } from "./canvasRows.ts";
import { type CanvasTemplate, canvasTemplate } from "./canvasTemplate.ts";
import type { CourseMarks } from "./courseMarks.ts";
import { type Exported, type ExportNote, noteOn } from "./exported.ts";
import { pointsText } from "./pointsText.ts";

export interface CanvasOptions {
  /** The file that Canvas exported. */
  readonly template: Uint8Array;
  /** Headers of columns by assignment, where they are not called as the assignment is. */
  readonly columns: Readonly<Record<string, string>>;
  /** Whether an assignment without a column gets a new one. */
  readonly newColumns: boolean;
  /** Whether marks are scaled to the points that Canvas has. */
  readonly scale: boolean;
}

/**
 * Fills an instructor's own gradebook of Canvas, which can then be imported. Only cells of the assignments' columns
 * change; all else keeps its bytes. A mark that is not final leaves its cell as it stands: Canvas takes a cell that was
 * emptied for a mark that was taken away (`no_change_to_value?` of `lib/gradebook_importer.rb`). Cells with EX or N/A stay, too:
 * who is excused, or was not assigned it.
 *
 * @throws {Refusal} (exit code 2) if a column is not there, cannot be written, or is worth other points
 */
export function canvas(course: CourseMarks, options: CanvasOptions): Exported {
  const template = canvasTemplate(options.template);
  const { rowOf, notes } = canvasRows(template, course.students);
  const table = template.rows.map((row) => row.map(({ raw }) => raw));
  const all: ExportNote[] = [...notes];
  for (const assignment of course.assignments) {
    const column = columnOf(assignment, course, template, options);
    const points = pointsOf(assignment, course);
    const isNew = column === undefined;
    const place = isNew ? addColumn(table, template, titleOf(assignment, course), points) : column;
    const factor = isNew ? 1 : factorOf(points, place, template, options);
    const kept: string[] = [];
    const pending: string[] = [];
    for (const [{ id }, mark] of byStudent(course, assignment)) {
      const row = rowOf.get(id);
      if (row === undefined) continue;
      if (!isFinal(mark)) pending.push(id);
      else if (/^\s*(?:EX|N\/A)\s*$/i.test(template.rows[row]?.[place]?.value ?? "")) kept.push(id);
      else cellsOf(table, row)[place] = numberCell(mark.score * factor, template);
    }
    all.push(
      ...noteOn(
        pending,
        (count) => `${assignment}: ${count} marks are not final, and their cells stay as they were`,
      ),
      ...noteOn(kept, (count) => `${assignment}: ${count} cells say EX or N/A, and stay`),
    );
  }
  const lines = table.map((row) => row.join(template.delimiter) + template.lineEnd);
  return { files: new Map([["canvas.csv", template.mark + lines.join("")]]), notes: all };
}

/** Where the column of an assignment is: by the header that was named, else by the assignment's name or title. */
function columnOf(
  assignment: string,
  course: CourseMarks,
  { header, pointsRow, rows }: CanvasTemplate,
  { columns, newColumns }: CanvasOptions,
): number | undefined {
  const named = columns[assignment];
  const names = named === undefined ? [assignment, titleOf(assignment, course)] : [named];
  const wanted = new Set(names.map(plain));
  const found = header.flatMap((text, place) =>
    wanted.has(plain(text)) || (named === undefined && wanted.has(plain(withoutId(text)))) ? [place] : [],
  );
  const [place] = found;
  if (found.length > 1)
    return refuse(
      `one column must be called ${names.join(" or ")}, got ${found.map((at) => header[at]).join(", ")}`,
      `--column "${assignment}=${header[found[0] ?? 0]}"`,
    );
  if (place === undefined) {
    if (newColumns && named === undefined) return undefined;
    const there = header.filter((text) => /\(\d+\)\s*$/.test(text));
    return refuse(
      `the template must have a column for ${assignment}, got ${there.join(", ") || "none of an assignment"}`,
      `--column "${assignment}=${there[0] ?? "Name (id)"}", or --new-columns`,
    );
  }
  if (place < 3 || /read\s+only/.test(rows[pointsRow ?? 0]?.[place]?.value ?? ""))
    return refuse(
      `the column of ${assignment} must be one that Canvas imports, got ${header[place]}`,
      "--column",
    );
  return place;
}

/** New columns stand at the end: Canvas finds assignments by their headers. */
function addColumn(table: string[][], template: CanvasTemplate, title: string, points: number): number {
  // Source: canvas-lms, `Assignment.title_and_id`: a number in brackets at the end is the id of an assignment.
  if (/\(\d+\)$/.test(title))
    refuse(
      `a new column must not end in a number in brackets, which Canvas reads as an id, got ${title}`,
      "--column",
    );
  const place = table[0]?.length ?? 0;
  for (const [at, row] of table.entries())
    row.push(
      at === 0 ? quoted(title, template) : at === template.pointsRow ? numberCell(points, template) : "",
    );
  return place;
}

/** By how much marks are multiplied to be of the points that Canvas has. */
function factorOf(points: number, place: number, template: CanvasTemplate, { scale }: CanvasOptions): number {
  const text =
    template.pointsRow === undefined ? "" : (template.rows[template.pointsRow]?.[place]?.value ?? "");
  const possible = text.trim() === "" ? points : numberIn(text);
  if (Math.abs(possible - points) < 0.005) return 1;
  if (scale && points > 0 && possible > 0) return possible / points;
  return refuse(
    `the column ${template.header[place]} must be worth ${pointsText(points)} points as here, got ${text.trim()}`,
    "--scale, or change the points in Canvas and export again",
  );
}

const pointsOf = (assignment: string, { cells }: CourseMarks): number =>
  cells.filter((cell) => cell.assignment === assignment).reduce((sum, { points }) => sum + points, 0);

const titleOf = (assignment: string, { settings }: CourseMarks): string =>
  settings.assignments[assignment]?.title ?? assignment;

const isFinal = (mark: FinalMark | undefined): mark is FinalMark => mark !== undefined && !mark.isPending;

const plain = (text: string): string => text.trim().toLowerCase();
const withoutId = (text: string): string => text.replace(/\s*\(\d+\)\s*$/, "");

/** Canvas's own export has two decimals, and its import compares no more. */
function numberCell(value: number, { hasDecimalComma, delimiter }: CanvasTemplate): string {
  const text = pointsText(value);
  return hasDecimalComma && delimiter === ";" ? text.replace(".", ",") : text;
}

/** As Canvas's importer reads it: the last comma or point is the decimal one. */
function numberIn(text: string): number {
  const parts = text.trim().split(/[,.]/);
  const last = parts.pop() ?? "";
  return Number(parts.length === 0 ? last : `${parts.join("")}.${last}`);
}

const quoted = (text: string, { delimiter }: CanvasTemplate): string =>
  /["\r\n]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text;

const cellsOf = (table: string[][], row: number): string[] => table[row] as string[];

function refuse(rule: string, advice: string): never {
  throw new Refusal(`Cannot fill Canvas' gradebook: ${rule}\n  Try   ${advice}`, 2);
}
