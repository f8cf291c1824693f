import { resolve } from "node:path";
import { Command } from "commander";
import type { AssignmentStatus, StudentStatus } from "../../course/status/courseStatus.ts";
import { Refusal } from "../../kernel/refusal.ts";

interface StatusFlags {
  readonly course: string;
  readonly names?: boolean;
  readonly json?: boolean;
}

/** `genloss course status`: who handed in, and what waits for whom. */
export function courseStatusCommand(): Command {
  return new Command("status")
    .description("say who handed in, and what is graded, to be read, late or in trouble")
    .argument("[assignment]", "all of them by default")
    .option("--course <folder>", "the course", ".")
    .option("--names", "a line for each student, with the receipt of the attempt that counts")
    .option("--json", "the same as JSON, with a record for each student")
    .addHelpText(
      "after",
      `
Example:
  genloss course status hw1 --names`,
    )
    .action(statusCommand);
}

async function statusCommand(asked: string | undefined, flags: StatusFlags): Promise<void> {
  const { openCourse } = await import("../../course/openCourse.ts");
  const { knownAssignments } = await import("../../course/knownAssignments.ts");
  const { marksOf } = await import("../../course/marks/marksOf.ts");
  const { courseStatus } = await import("../../course/status/courseStatus.ts");
  const open = openCourse(resolve(flags.course));
  const { course, paths } = open;
  using gradebook = open.gradebook;
  const known = knownAssignments(paths, course, gradebook);
  if (asked !== undefined && !known.has(asked))
    throw new Refusal(
      `Cannot say the status: ASSIGNMENT must be one of ${[...known].join(", ") || "none yet"}, got ${asked}`,
      2,
    );
  const students = gradebook.students();
  const all = (asked === undefined ? [...known] : [asked]).map((assignment) =>
    courseStatus(assignment, marksOf(open, assignment, new Date()), students, gradebook.attempts(assignment)),
  );
  const unmatched = gradebook.unmatched().length;
  if (flags.json) console.log(JSON.stringify({ assignments: all, unmatched }, null, 1));
  else {
    for (const status of all) tell(status, flags.names === true);
    if (all.length === 0) console.log("No assignment yet:  genloss course assign");
    if (unmatched > 0) console.log(`${unmatched} hand-ins are nobody's yet: private/unmatched.csv says why`);
  }
}

function tell({ assignment, counts, students }: AssignmentStatus, names: boolean): void {
  console.log(assignment);
  const rows: readonly (readonly [number, string])[] = [
    [counts.students, "students"],
    [counts.handedIn, `handed in, ${counts.attempts} attempts`],
    [counts.missing, "missing"],
    [counts.graded, "graded"],
    [counts.toJudge, "wait for genloss course grade"],
    [counts.toReview, "wait for genloss course review"],
    [counts.stale, "with a mark of an answer that changed since: genloss course review"],
    [counts.late, "late"],
    [counts.timeUnknown, "with no time of hand-in: see genloss course collect --help"],
    [counts.problems, "with a file that has a problem"],
  ];
  for (const [count, words] of rows) console.log(`${String(count).padStart(7)}  ${words}`);
  if (names) for (const student of students) console.log(lineOf(student));
}

function lineOf(row: StudentStatus): string {
  const words = [
    row.isMissing ? "missing" : `${row.attempts} attempts`,
    `${row.graded} of ${row.cells} graded`,
    ...(row.toReview > 0 ? [`${row.toReview} to review`] : []),
    ...(row.stale > 0 ? [`${row.stale} changed since it was marked`] : []),
    ...(row.daysLate > 0 ? [`${row.daysLate} days late`] : []),
    ...(row.time === "late, by Canvas" ? ["late, says Canvas"] : []),
    ...(row.receipt === undefined ? [] : [row.receipt]),
  ];
  const name = row.name === "" ? "" : ` (${row.name})`;
  return [
    `  ${row.student}${name}: ${words.join(", ")}`,
    ...row.problems.map((problem) => `    ${problem}`),
  ].join("\n");
}
