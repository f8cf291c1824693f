import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { Command } from "commander";
import { Refusal } from "../../kernel/refusal.ts";

/** `genloss course students`: who is in the course. */
export function courseStudentsCommand(): Command {
  return new Command("students").description("say who is in the course").addCommand(
    new Command("import")
      .description("add the students of a list, or say anew who they are")
      .argument("<file>", "a table: id,first_name,last_name,email, or what Canvas or Moodle exports")
      .option("--course <folder>", "the course", ".")
      .option("--json", "say what was imported as JSON")
      .addHelpText(
        "after",
        `
Known by their first line: nbgrader's and our own lists (other columns are kept, for exports), a
gradebook that Canvas exports, grades that Moodle exports, and Moodle's grading worksheet, which has
the numbers that stand in the names of its downloads. Marks in them are not read. Nobody is removed.

Example:
  genloss course students import students.csv`,
      )
      .action(importCommand),
  );
}

async function importCommand(
  file: string,
  flags: { readonly course: string; readonly json?: boolean },
): Promise<void> {
  const { openCourse } = await import("../../course/openCourse.ts");
  const { importStudents } = await import("../../course/students/importStudents.ts");
  let csv: Buffer;
  try {
    csv = readFileSync(file);
  } catch (cause) {
    throw new Refusal(`Cannot import students: ${file} must be a file that can be read`, 2, { cause });
  }
  const { gradebook: open } = openCourse(resolve(flags.course));
  using gradebook = open;
  const result = importStudents(gradebook, csv, file);
  if (flags.json) console.log(JSON.stringify(result));
  else console.log(`${result.added} students added, ${result.known} known already`);
}
