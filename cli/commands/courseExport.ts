import { readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { Command, Option } from "commander";
import type { CourseMarks } from "../../course/export/courseMarks.ts";
import { type ExportFormat, exportFormats } from "../../course/export/exportFormats.ts";
import { coursePaths } from "../../course/settings/coursePaths.ts";
import { Refusal } from "../../kernel/refusal.ts";

interface ExportFlags {
  readonly to: ExportFormat;
  readonly course: string;
  readonly out?: string;
  readonly template?: string;
  readonly column?: Readonly<Record<string, string>>;
  readonly newColumns?: boolean;
  readonly scale?: boolean;
  readonly withPending?: boolean;
  readonly json?: boolean;
}

/** `genloss course export`: marks for other systems, code for Dolos, and a page that shows how it went. */
export function courseExportCommand(now: () => Date = () => new Date()): Command {
  return new Command("export")
    .description("write marks for other systems, code for Dolos, or a page that shows how it went")
    .argument("[assignment...]", "names of assignments; all that were released by default")
    .addOption(
      new Option("--to <format>", "what it is for").choices([...exportFormats]).makeOptionMandatory(),
    )
    .option("--course <folder>", "the course", ".")
    .option(
      "-o, --out <folder>",
      "where the files go: a new or empty folder, or one that this command made (default: exports/FORMAT+ASSIGNMENT in the course)",
    )
    .option("--template <file>", "canvas: the gradebook that Canvas exported")
    .option(
      "--column <assignment=header>",
      "canvas: the column of an assignment, if it is not called as the assignment is; may be given again",
      addColumn,
    )
    .option("--new-columns", "canvas: make columns for assignments that have none")
    .option("--scale", "canvas: scale marks to the points that Canvas has")
    .option(
      "--with-pending",
      "go on while marks wait for a person or for the judge: these are left out, or empty",
    )
    .option("--json", "say what was written as JSON")
    .addHelpText(
      "after",
      `
nbgrader    the table of nbgrader export, with quotes where they are needed
canvas      the gradebook that you exported from Canvas, filled; all other cells stay as they are
moodle      a file for Grades, Import, CSV: e-mail address or ID number, grade, feedback
gradescope  a results.json for each student
lti         a score for each student, to be posted to a line item
dolos       the code of each student's answers without what was handed out, with info.csv
summary     a page with charts, without names

The files are for you alone (mode 0600). What an importer does not say, notes.txt beside them does:
who has no row, whose mark is not final.

Example:
  genloss course export homework-1 --to canvas --template 2026_Grades.csv
  genloss course export homework-1 --to summary -o how-it-went`,
    )
    .action((assignments: string[], flags: ExportFlags) => run(assignments, flags, now));
}

async function run(assignments: readonly string[], flags: ExportFlags, now: () => Date): Promise<void> {
  const root = resolve(flags.course);
  if (flags.out === "") refuse('--out must name a folder, got ""');
  if (flags.to !== "canvas" && (flags.template || flags.newColumns || flags.scale || flags.column))
    refuse(
      `--template, --column, --new-columns and --scale must come with --to canvas, got --to ${flags.to}`,
    );
  // Loaded here, so that other commands start without a database and charts.
  const { readMarks } = await import("../../course/export/readMarks.ts");
  const { exportMarks } = await import("../../course/export/exportMarks.ts");
  const { exportFolder, notesFile } = await import("../../course/export/exportFolder.ts");
  const course = readMarks(root, assignments, now);
  // Code is compared whether or not it was marked.
  if (flags.to !== "dolos" && !flags.withPending) refusePending(course);
  const exported = await exportMarks(flags.to, root, course, {
    template: flags.template === undefined ? undefined : readTemplate(flags.template),
    columns: knownColumns(flags.column ?? {}, course),
    newColumns: flags.newColumns ?? false,
    scale: flags.scale ?? false,
    now,
  });
  const out = resolve(flags.out ?? join(coursePaths(root).exports, nameOf(assignments, flags.to)));
  exportFolder(out, exported);
  const files = [...exported.files.keys()];
  if (flags.json) {
    const notes = exported.notes.map(({ words, whom = [] }) => ({ words, count: whom.length }));
    console.log(
      JSON.stringify({
        format: flags.to,
        assignments: course.assignments,
        folder: out,
        files: files.length,
        notes,
      }),
    );
    return;
  }
  for (const { words } of exported.notes) console.error(`  ${words}`);
  const where = relative(process.cwd(), out) || ".";
  const about = exported.notes.some(({ whom = [] }) => whom.length > 0)
    ? `; ${notesFile} there says who`
    : "";
  // A count and no names: files are called after students.
  console.log(`Wrote ${files.length} ${files.length === 1 ? "file" : "files"} to ${where}${about}`);
}

/** Where an export goes by default: one of other assignments does not take its place. */
const nameOf = (assignments: readonly string[], format: string): string =>
  [format, ...[...new Set(assignments)].sort()].join("+"); // no assignment has a plus in its name

function refusePending({ marks, assignments }: CourseMarks): void {
  const counts = assignments.flatMap((assignment) => {
    const count = marks.filter((mark) => mark.assignment === assignment && mark.isPending).length;
    return count > 0 ? [`${count} in ${assignment}`] : [];
  });
  if (counts.length === 0) return;
  throw new Refusal(
    `Cannot export marks: all must be final, got some that wait for a person, for the judge or for the deadline: ${counts.join(", ")}\n` +
      "  Try   genloss course grade, genloss course review; or --with-pending",
    1,
  );
}

function addColumn(text: string, before: Readonly<Record<string, string>> = {}): Record<string, string> {
  const [, assignment, header] = /^([^=]+)=(.+)$/s.exec(text) ?? [];
  if (assignment === undefined || header === undefined)
    return refuse(`--column must be ASSIGNMENT=HEADER, got ${JSON.stringify(text)}`);
  return { ...before, [assignment]: header };
}

function knownColumns(
  columns: Readonly<Record<string, string>>,
  { assignments }: CourseMarks,
): typeof columns {
  const unknown = Object.keys(columns).find((name) => !assignments.includes(name));
  return unknown === undefined
    ? columns
    : refuse(`--column must name an assignment that is exported (${assignments.join(", ")}), got ${unknown}`);
}

function readTemplate(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (cause) {
    return refuse(`--template must name a file, got ${path}: ${(cause as Error).message}`);
  }
}

function refuse(rule: string): never {
  throw new Refusal(`Cannot export marks: ${rule}`, 2);
}
