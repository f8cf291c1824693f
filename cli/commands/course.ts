import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { Command } from "commander";
import { defaultName } from "../../kernel/jupyter/install/kernelSpec.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { courseAssignCommand } from "./courseAssign.ts";
import { courseCollectCommand } from "./courseCollect.ts";
import { courseDoctorCommand } from "./courseDoctor.ts";
import { courseExportCommand } from "./courseExport.ts";
import { courseFeedbackCommand } from "./courseFeedback.ts";
import { courseGradeCommand } from "./courseGrade.ts";
import { courseInitCommand } from "./courseInit.ts";
import { courseReleaseCommand } from "./courseRelease.ts";
import { courseRepairCommand } from "./courseRepair.ts";
import { courseReviewCommand } from "./courseReview.ts";
import { courseStatusCommand } from "./courseStatus.ts";
import { courseStudentsCommand } from "./courseStudents.ts";

interface CourseFlags {
  readonly out: string;
  readonly courseId: string;
  readonly kernel: string;
  readonly timeout: string;
}

/** `genloss course`: the exercises, for those who assign and grade them. */
export function courseCommand(): Command {
  return new Command("course")
    .description("assign exercises and grade them, or hand them to a program that does")
    .addCommand(courseInitCommand())
    .addCommand(courseAssignCommand())
    .addCommand(courseReleaseCommand())
    .addCommand(
      new Command("nbgrader")
        .description("write an nbgrader course: its configuration, and a source notebook per chapter")
        .argument("[chapter...]", "numbers or names of chapters; all of them by default")
        .requiredOption(
          "-o, --out <folder>",
          "where the course goes: a new or empty folder, or a course that this command made",
        )
        .option("--course-id <name>", "what nbgrader calls the course", "generation-loss")
        .option("--kernel <name>", "what Jupyter calls the kernel", defaultName)
        .option("--timeout <seconds>", "longest time that one cell of a submission may take", "120")
        .addHelpText(
          "after",
          `
Solutions and hidden tests stand in the source notebooks, in regions that nbgrader takes out
of what students get. Run again with other chapters, the command adds them. What nbgrader keeps
in the folder stays as it is, and a source notebook that you changed is not overwritten.

Example:
  genloss course nbgrader 1 2 -o my-course
  cd my-course && nbgrader generate_assignment 01-a-photocopy-of-a-photocopy`,
        )
        .action(nbgrader),
    )
    .addCommand(courseStudentsCommand())
    .addCommand(courseCollectCommand())
    .addCommand(courseStatusCommand())
    .addCommand(courseGradeCommand())
    .addCommand(courseExportCommand())
    .addCommand(courseRepairCommand())
    .addCommand(courseReviewCommand())
    .addCommand(courseFeedbackCommand())
    .addCommand(courseDoctorCommand());
}

async function nbgrader(chapters: string[], flags: CourseFlags): Promise<void> {
  const { out, courseId, kernel } = flags;
  const seconds = Number(flags.timeout);
  const refuse = (rule: string): never => {
    throw new Refusal(`Cannot make a course: ${rule}`, 2);
  };
  if (out === "") refuse('--out must name a folder, got ""');
  if (!Number.isInteger(seconds) || seconds < 1)
    refuse(`--timeout must be a whole number of seconds from 1 on, got ${flags.timeout}`);
  for (const [flag, name] of [
    ["--course-id", courseId],
    ["--kernel", kernel],
  ] as const) {
    if (!/^[\w.-]+$/.test(name))
      refuse(`${flag} must be letters, digits, dots, dashes and underscores, got ${JSON.stringify(name)}`);
  }
  // Loaded here, so that other commands start without TypeScript.
  const { nbgraderCourse } = await import("../../course/nbgraderCourse.ts");
  const { writeCourse } = await import("../../course/writeCourse.ts");
  const root = fileURLToPath(new URL("../../", import.meta.url));
  const settings = { courseId, kernelName: kernel, timeoutSeconds: seconds };
  const { files, assignments } = await nbgraderCourse(root, chapters, settings);
  writeCourse(resolve(out), files);
  for (const { name, exercises, points } of assignments)
    console.error(`  ${name}  ${exercises} exercises, ${points} points`);
  const count = assignments.length === 1 ? "1 assignment" : `${assignments.length} assignments`;
  console.log(
    `Wrote ${count} to ${out}\nNext:  cd ${out} && nbgrader generate_assignment ${assignments[0]?.name}`,
  );
}
