import { resolve } from "node:path";
import { Command } from "commander";
import { Refusal } from "../../kernel/refusal.ts";
import { progressLine } from "../progressLine.ts";
import { timeLeft } from "../timeLeft.ts";

interface FeedbackFlags {
  readonly course: string;
  readonly out?: string;
  readonly json?: boolean;
}

/** `genloss course feedback`: a page for each student and notebook, made from results. */
export function courseFeedbackCommand(): Command {
  return new Command("feedback")
    .description("write a page for each student and notebook: points, tests, comments")
    .argument("<assignment...>", "what it is the feedback on")
    .option("--course <folder>", "the course", ".")
    .option("-o, --out <folder>", "where it goes; by default feedback/ in the course")
    .option("--json", "say what was written as JSON")
    .addHelpText(
      "after",
      `
Pages are feedback/STUDENT/ASSIGNMENT/NOTEBOOK.html, each one file that needs nothing else and runs
nothing. They are made from results and not from a notebook: of a hidden test students read the
title and the hint, and nothing of its source, its inputs or what it wanted. What waits for the judge
or for a person says so. ASSIGNMENT.html has everybody's marks, for you alone.

Written again, pages take the place of the earlier ones; those of other assignments stay.

Example:
  genloss course feedback hw1`,
    )
    .action(feedbackCommand);
}

async function feedbackCommand(assignments: readonly string[], flags: FeedbackFlags): Promise<void> {
  if (flags.out === "") refuse('--out must name a folder, got ""');
  const { openCourse } = await import("../../course/openCourse.ts");
  const { knownAssignments } = await import("../../course/knownAssignments.ts");
  const { marksOf } = await import("../../course/marks/marksOf.ts");
  const { readManifest } = await import("../../course/manifest/readManifest.ts");
  const { feedbackFiles } = await import("../../course/feedback/feedbackFiles.ts");
  const { writeFeedback } = await import("../../course/feedback/writeFeedback.ts");
  const open = openCourse(resolve(flags.course));
  const { course, paths, answers, handedOut } = open;
  using gradebook = open.gradebook;
  const known = knownAssignments(paths, course, gradebook);
  for (const name of assignments)
    if (!known.has(name))
      refuse(`ASSIGNMENT must be one of ${[...known].join(", ") || "none yet"}, got ${name}`);
  const line = progressLine(process.stderr);
  const files = new Map<string, string>();
  const reports = [...new Set(assignments)].map((assignment) => {
    const manifest = readManifest(paths.manifests, assignment);
    const marks = marksOf(open, assignment, new Date());
    const start = performance.now();
    const of = marks.length * manifest.notebooks.length;
    const made = feedbackFiles(
      {
        ...{ course, manifest, marks, students: gradebook.students() },
        ...{ attempts: gradebook.attempts(assignment), results: gradebook.results(assignment) },
        ...{ manualMarks: gradebook.manualMarks(assignment), rubric: gradebook.rubric(assignment) },
        ...{ answers, variantOf: handedOut.variantOf },
      },
      (done) =>
        line.show(
          `${assignment}: ${done} of ${of} pages, ${timeLeft(done, of, performance.now() - start)} left`,
        ),
    );
    for (const [path, text] of made) files.set(path, text);
    const pending = marks.filter(({ isPending }) => isPending).length;
    return { assignment, students: marks.length, pages: of, pending };
  });
  line.clear();
  const out = flags.out === undefined ? paths.feedback : resolve(flags.out);
  writeFeedback(out, assignments, files);
  if (flags.json) return console.log(JSON.stringify({ folder: out, assignments: reports }, null, 1));
  for (const { assignment, students, pages, pending } of reports) {
    console.log(`${assignment}: ${pages} pages for ${students} students in ${flags.out ?? "feedback"}`);
    if (pending > 0) console.log(`  ${pending} students' pages say that something is not graded yet`);
  }
}

function refuse(rule: string): never {
  throw new Refusal(`Cannot write feedback: ${rule}`, 2);
}
