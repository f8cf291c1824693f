import { Refusal } from "../../kernel/refusal.ts";
import type { Student } from "../gradebook/student.ts";
import { readTable, type Table } from "./readTable.ts";

type Cells = Readonly<Record<string, string>>;

/** A kind of list, by the columns that only it has. */
interface ListKind {
  readonly name: string;
  readonly fits: (columns: ReadonlySet<string>) => boolean;
  readonly student: (cells: Cells) => Student | undefined;
}

/**
 * Students of a list:
 * - ours and nbgrader's: `id,first_name,last_name,email`, and whatever else (nbgrader: `lms_user_id`; its documentation,
 *   "Managing the database", and `apps/dbapp.py`);
 * - a gradebook exported from Canvas: `Student,ID,SIS User ID,SIS Login ID,Section,…` with "last, first" in the first
 *   and "Points Possible" in a row of its own (Canvas' guide, "How do I export grades in the Gradebook?");
 * - grades exported from Moodle: `First name,Last name,ID number,Institution,Department,Email address,…`, before 4.2
 *   `Surname` (docs.moodle.org, "Grade export");
 * - Moodle's grading worksheet: `Identifier,Full name,Email address,…` (docs.moodle.org, "Using Assignment").
 * Moodle translates its columns: a list in another language needs its first line in English.
 *
 * Marks in such a file are left there.
 *
 * @throws {Refusal} (exit code 2) if it is none of these, or naming the line at fault
 */
export function readStudents(csv: Uint8Array, file: string): Student[] {
  const table = readTable(csv, file);
  const columns = new Set(table.columns);
  const kind = kinds.find(({ fits }) => fits(columns));
  if (!kind)
    throw new Refusal(
      `Cannot read ${file}: its first line must be id,first_name,last_name,email, or that of an export of Canvas or Moodle, got ${table.columns.slice(0, 4).join(",") || "nothing"}`,
      2,
    );
  return checked(table, kind, file);
}

function checked({ rows }: Table, kind: ListKind, file: string): Student[] {
  const students = new Map<string, Student>();
  for (const { line, cells } of rows) {
    const student = kind.student(cells);
    if (!student) continue;
    const refuse = (rule: string): never => {
      throw new Refusal(`Cannot read ${file}: line ${line} must ${rule}`, 2);
    };
    if (!isStudentId(student.id)) refuse("have an id that can be a folder's name");
    if (students.has(student.id)) refuse("have an id of its own, got that of an earlier line");
    students.set(student.id, student);
  }
  return [...students.values()];
}

/** Whether a folder can be called so, on any system, and no path leads out of it. */
export const isStudentId = (id: string): boolean =>
  id !== "" && id.length <= 200 && !/^\.|[/\\:*?"<>|\p{Cc}]|^\s|\s$/u.test(id);

const has =
  (...names: readonly string[]) =>
  (columns: ReadonlySet<string>): boolean =>
    names.every((name) => columns.has(name));

const kinds: readonly ListKind[] = [
  {
    name: "Canvas",
    fits: (columns) => has("Student", "ID")(columns) && [...columns].some((name) => name.startsWith("SIS ")),
    student(cells) {
      const { Student: name = "", ID: number = "" } = cells;
      if (number === "") return undefined; // "Points Possible", and how marks are posted
      const [lastName = "", firstName = ""] = name.split(/,\s*/);
      const id = cells["SIS Login ID"] || cells["SIS User ID"] || number;
      const lms = picked(cells, ["ID", "SIS User ID", "SIS Login ID", "Integration ID", "Section"]);
      return { id, firstName, lastName, email: id.includes("@") ? id : "", lms };
    },
  },
  {
    name: "Moodle's grading worksheet",
    fits: has("Identifier", "Full name"),
    student(cells) {
      const { Identifier = "", "Full name": name = "", "Email address": email = "" } = cells;
      const [, firstName = "", lastName = name] = /^(.*\S)\s+(\S+)$/.exec(name) ?? [];
      const id = cells.Username || cells["ID number"] || email || Identifier;
      return { id, firstName, lastName, email, lms: picked(cells, ["Identifier", "ID number", "Username"]) };
    },
  },
  {
    name: "Moodle",
    fits: (columns) =>
      has("First name", "Email address")(columns) && (columns.has("Last name") || columns.has("Surname")),
    student(cells) {
      const { "First name": firstName = "", "Email address": email = "" } = cells;
      const id = cells.Username || cells["ID number"] || email;
      const lms = picked(cells, ["ID number", "Username", "Institution", "Department"]);
      return { id, firstName, lastName: cells["Last name"] ?? cells.Surname ?? "", email, lms };
    },
  },
  {
    name: "ours",
    fits: has("id"),
    student({ id = "", first_name: firstName = "", last_name: lastName = "", email = "", ...rest }) {
      return { id, firstName, lastName, email, lms: picked(rest, Object.keys(rest)) };
    },
  },
];

/** What is there of these columns. */
const picked = (cells: Cells, columns: readonly string[]): Record<string, string> =>
  Object.fromEntries(columns.flatMap((column) => (cells[column] ? [[column, cells[column]]] : [])));
