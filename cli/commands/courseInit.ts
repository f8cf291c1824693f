import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { Command } from "commander";
import { defaultName } from "../../kernel/jupyter/install/kernelSpec.ts";
import { Refusal } from "../../kernel/refusal.ts";

interface InitFlags {
  readonly fromBook?: boolean;
  readonly chapters?: string;
  readonly exercises?: string;
  readonly points?: string;
  readonly id: string;
  readonly title?: string;
  readonly kernel: string;
  readonly timeZone?: string;
  readonly json?: boolean;
}

/** `genloss course init`: a course that works, from the book or to start one's own. */
export function courseInitCommand(): Command {
  return new Command("init")
    .description("make a course: its settings, and source notebooks with solutions and tests")
    .argument("<folder>", "a new or empty folder, or a course that this command made")
    .option("--from-book", "with exercises of the book, one assignment per chapter")
    .option("--chapters <list>", "numbers or names of chapters, such as 1,3; all by default")
    .option(
      "--exercises <list>",
      "names of exercises, such as refit,half-life; all of the chapters by default",
    )
    .option("--points <list>", "what exercises are worth, such as refit=3,half-life=1.5")
    .option("--id <name>", "short name of the course", "course")
    .option("--title <words>", "title of the course")
    .option("--kernel <name>", "what Jupyter calls the kernel", defaultName)
    .option(
      "--time-zone <name>",
      "where deadlines are meant, such as Europe/Paris; this machine's by default",
    )
    .option("--json", "say what was made as JSON")
    .addHelpText(
      "after",
      `
Without --from-book there is one small assignment, loan, to start your own from. Run again with
other chapters, the command adds them; course.json stays as it is, and a source that you changed is
not overwritten.

Example:
  genloss course init my-course --from-book --chapters 1,3 --points refit=3
  cd my-course && genloss course assign 01-a-photocopy-of-a-photocopy`,
    )
    .action(init);
}

async function init(folder: string, flags: InitFlags): Promise<void> {
  if (folder === "") refuse('FOLDER must name a folder, got ""');
  const { fromBook = false, id, kernel } = flags;
  for (const flag of ["chapters", "exercises", "points"] as const)
    if (!fromBook && flags[flag] !== undefined) refuse(`--${flag} must stand with --from-book, got it alone`);
  const timeZone = flags.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const shapes = await import("../../course/settings/shape.ts");
  for (const [flag, value, shape] of [
    ["--id", id, shapes.name],
    ["--kernel", kernel, shapes.name],
    ["--time-zone", timeZone, shapes.timeZone],
  ] as const)
    if (!shape.fits(value)) refuse(`${flag} must be ${shape.words}, got ${JSON.stringify(value)}`);
  const made = await sources(flags);
  const { courseFiles } = await import("../../course/init/courseFiles.ts");
  const { writeCourse } = await import("../../course/writeCourse.ts");
  const title = flags.title ?? (fromBook ? "Generation Loss" : "A course");
  const assignments = new Map([...made.assignments].map(([name, one]) => [name, one.title]));
  const files = new Map([...made.files, ...courseFiles({ id, title, kernel, timeZone, assignments })]);
  const root = resolve(folder);
  // What an instructor writes into them is the instructor's.
  for (const path of ["course.json", ".gitignore", "nbgrader_config.py"])
    if (existsSync(join(root, path))) files.delete(path);
  writeCourse(root, files);
  const report = [...made.assignments].map(([name, { exercises, added }]) => ({
    assignment: name,
    exercises,
    added,
  }));
  if (flags.json) {
    console.log(JSON.stringify({ folder: root, assignments: report }, null, 1));
    return;
  }
  for (const { assignment, exercises, added } of report) {
    const points = exercises.reduce((sum, one) => sum + one.points, 0);
    console.error(`  ${assignment}  ${exercises.length} exercises, ${points} points`);
    if (added.length > 0) console.error(`    with ${added.join(", ")}, on whose answers others stand`);
  }
  console.log(
    `The course stands in ${folder}\nNext:  cd ${folder} && genloss course assign ${report[0]?.assignment}`,
  );
}

interface Made {
  readonly files: ReadonlyMap<string, string>;
  readonly assignments: ReadonlyMap<
    string,
    {
      readonly title: string;
      readonly exercises: readonly { readonly name: string; readonly points: number }[];
      readonly added: readonly string[];
    }
  >;
}

async function sources({ fromBook, chapters, exercises, points, kernel }: InitFlags): Promise<Made> {
  if (fromBook) {
    const { bookCourse } = await import("../../course/init/bookCourse.ts");
    const choice = {
      chapters: listed(chapters),
      exercises: listed(exercises),
      points: pointsIn(points),
      kernel,
    };
    return bookCourse(fileURLToPath(new URL("../../", import.meta.url)), choice);
  }
  const { sampleNotebook, sampleWrongAnswers } = await import("../../course/init/sampleAssignment.ts");
  const { formatNotebook } = await import("../../kernel/notebook/formatNotebook.ts");
  const answers = [
    { name: "payment", points: 3 },
    { name: "words", points: 2 },
  ];
  return {
    files: new Map([
      ["source/loan/loan.ipynb", formatNotebook(sampleNotebook(kernel))],
      ["source/loan/loan.wrong.ts", sampleWrongAnswers],
    ]),
    assignments: new Map([["loan", { title: "What does a loan cost?", exercises: answers, added: [] }]]),
  };
}

const listed = (list = ""): string[] =>
  list
    .split(",")
    .map((word) => word.trim())
    .filter((word) => word !== "");

function pointsIn(list: string | undefined): Map<string, number> {
  return new Map(
    listed(list).map((entry) => {
      const [, name = "", points = ""] = /^([^=]+)=(\d+(?:\.\d+)?)$/.exec(entry) ?? [];
      if (name === "") refuse(`--points must be NAME=NUMBER, such as refit=3, got ${JSON.stringify(entry)}`);
      return [name, Number(points)];
    }),
  );
}

function refuse(rule: string): never {
  throw new Refusal(`Cannot make a course: ${rule}`, 2);
}
