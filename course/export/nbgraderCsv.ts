import type { FinalMark } from "../gradebook/finalMark.ts";
import type { Student } from "../gradebook/student.ts";
import { byStudent } from "./byStudent.ts";
import type { CourseMarks } from "./courseMarks.ts";
import { csvText } from "./csvText.ts";
import { type Exported, noteOn } from "./exported.ts";
import { isFormula, spreadsheetText } from "./spreadsheetText.ts";

/** In the order of nbgrader 0.9.6, `nbgrader/plugins/export.py`, CsvExportPlugin. */
const columns = [
  "assignment",
  "duedate",
  "timestamp",
  "student_id",
  "last_name",
  "first_name",
  "email",
  "raw_score",
  "late_submission_penalty",
  "score",
  "max_score",
];

/**
 * The table that `nbgrader export` writes, but with quotes where RFC 4180 wants them: nbgrader's own breaks at a comma in
 * a name. As there, who handed nothing in has 0 and no timestamp, and times are UTC without an offset. A mark that is not
 * final yet has no numbers.
 */
export function nbgraderCsv(course: CourseMarks): Exported {
  const rows = course.assignments.flatMap((assignment) =>
    byStudent(course, assignment).map(([student, mark]) => rowOf(assignment, student, mark, course)),
  );
  const pending = course.marks.filter(({ isPending }) => isPending).map(({ student }) => student);
  const quoted = course.students.filter((student) => namesOf(student).some(isFormula)).map(({ id }) => id);
  const ids = course.students.map(({ id }) => id).filter(isFormula);
  return {
    files: new Map([["grades.csv", csvText([columns, ...rows])]]),
    notes: [
      ...noteOn(
        pending,
        (count) => `${count} marks wait for a person or for the judge: their numbers are left empty`,
      ),
      ...noteOn(
        quoted,
        (count) =>
          `${count} students have a name or an address that a spreadsheet would compute: it has an apostrophe before it`,
      ),
      ...noteOn(
        ids,
        (count) =>
          `${count} ids of students begin like a formula, and stay as they are for programs: import them as text`,
      ),
    ],
  };
}

function rowOf(
  assignment: string,
  student: Student,
  mark: FinalMark | undefined,
  { cells, due }: CourseMarks,
): string[] {
  const most = cells
    .filter((cell) => cell.assignment === assignment)
    .reduce((sum, { points }) => sum + points, 0);
  const isFinal = mark !== undefined && !mark.isPending;
  const numbers = isFinal ? [mark.raw, mark.penalty, mark.score].map(pythonFloat) : ["", "", ""];
  return [
    spreadsheetText(assignment),
    due[assignment] === undefined ? "" : pythonTime(due[assignment]),
    mark?.submittedAt ? pythonTime(mark.submittedAt) : "",
    student.id,
    ...namesOf(student).map(spreadsheetText),
    ...numbers,
    pythonFloat(mark?.points ?? most),
  ];
}

const namesOf = ({ lastName, firstName, email }: Student): string[] => [lastName, firstName, email];

/** As Python writes a float: 2 is 2.0. */
const pythonFloat = (value: number): string => (Number.isInteger(value) ? value.toFixed(1) : String(value));

/** As Python writes a naive datetime, in UTC: microseconds only if there are any. */
function pythonTime(time: string): string {
  const [date = "", clock = ""] = new Date(time).toISOString().slice(0, -1).split("T");
  return `${date} ${clock.endsWith(".000") ? clock.slice(0, -4) : `${clock}000`}`;
}
