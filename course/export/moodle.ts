import type { Student } from "../gradebook/student.ts";
import { byStudent } from "./byStudent.ts";
import { commentOf } from "./commentOf.ts";
import type { CourseMarks } from "./courseMarks.ts";
import { csvText } from "./csvText.ts";
import { type Exported, type ExportNote, noteOn } from "./exported.ts";
import { fileNameOf } from "./fileNameOf.ts";
import { markWords } from "./markWords.ts";
import { pointsText } from "./pointsText.ts";
import { isFormula, spreadsheetText } from "./spreadsheetText.ts";

/**
 * A file for Moodle's grade import, one for each assignment: who, grade, feedback.
 *
 * Sources: docs.moodle.org "Grade import" (3.11 and 4.5, read 2026-11), and moodle `grade/import/csv/classes/load_data.php`:
 * - Feedback without a grade wipes the grade, and an empty grade takes one away: a row has both, or is not there.
 * - One row of somebody unknown stops the whole import: students without an identifier are left out.
 * - E-mail addresses are compared letter by letter, large and small: they are written as the roster has them.
 * - A grade above 100 stops the import, unless the site allows it.
 */
export function moodle(course: CourseMarks): Exported {
  const column = identifierOf(course.students);
  const commentsOf = commentOf(course);
  const files = new Map<string, string>();
  const notes: ExportNote[] = [
    {
      words: `In Moodle's preview map "${column}" to the user's ${mapsTo[column]}, "Grade" and "Feedback" to the activity`,
    },
    {
      words:
        "Imported grades lock the activity's own grading, and a grade that is mapped without its feedback, or the other way round, is lost",
    },
    ...(column === "Email address"
      ? [
          {
            words:
              "Moodle compares e-mail addresses letter by letter, also in capitals: one that differs stops the import",
          },
        ]
      : []),
  ];
  for (const assignment of course.assignments) {
    const rows = byStudent(course, assignment);
    const values = Map.groupBy(course.students, (student) => identifierIn(student, column));
    const isClear = (student: Student): boolean => values.get(identifierIn(student, column))?.length === 1;
    const known = rows.filter(([student]) => identifierIn(student, column) !== "");
    const clear = known.filter(([student]) => isClear(student));
    const ready = clear.flatMap(([student, mark]) => (mark && !mark.isPending ? [{ student, mark }] : []));
    const ids = (list: readonly (readonly [Student, unknown])[]): string[] => list.map(([{ id }]) => id);
    const table = ready.map(({ student, mark }) => [
      identifierIn(student, column),
      pointsText(mark.score),
      spreadsheetText(markWords(mark, commentsOf)),
    ]);
    files.set(`${fileNameOf(assignment)}.csv`, csvText([[column, "Grade", "Feedback"], ...table]));
    const [first] = ready;
    notes.push(
      ...noteOn(
        ids(clear.filter(([, mark]) => !mark || mark.isPending)),
        (count) =>
          `${assignment}: ${count} marks are not final, and have no row: an empty grade would take one away`,
      ),
      ...noteOn(
        ids(rows.filter(([student]) => identifierIn(student, column) === "")),
        (count) => `${assignment}: ${count} students have no "${column}" in the roster, and no row`,
      ),
      ...noteOn(
        ids(known.filter(([student]) => !isClear(student))),
        (count) => `${assignment}: ${count} students share their "${column}" with another, and have no row`,
      ),
      ...noteOn(
        ready
          .filter(({ student }) => isFormula(identifierIn(student, column)))
          .map(({ student }) => student.id),
        (count) =>
          `${assignment}: ${count} identifiers begin like a formula, and must stay so for Moodle: do not open the file in a spreadsheet`,
      ),
      ...(first && first.mark.points > 100
        ? [
            {
              words: `${assignment} has more than 100 points: Moodle refuses grades above 100 unless the site allows them`,
            },
          ]
        : []),
    );
  }
  return { files, notes };
}

type Identifier = "ID number" | "Email address";

const mapsTo: Readonly<Record<Identifier, string>> = {
  "ID number": "ID number",
  "Email address": "e-mail address",
};

/** The ID number where every student has one: it has no capitals to get wrong. */
const identifierOf = (students: readonly Student[]): Identifier =>
  students.length > 0 && students.every(({ lms }) => lms["ID number"]?.trim())
    ? "ID number"
    : "Email address";

const identifierIn = ({ lms, email }: Student, column: Identifier): string =>
  (lms[column] ?? (column === "Email address" ? email : "")).trim();
