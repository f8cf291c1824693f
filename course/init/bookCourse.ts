import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { formatNotebook } from "../../kernel/notebook/formatNotebook.ts";
import { parsePercent } from "../../kernel/notebook/parsePercent.ts";
import { readNotebook } from "../../kernel/notebook/readNotebook.ts";
import { Refusal } from "../../kernel/refusal.ts";
import type { Exercise } from "../exercise/exercise.ts";
import { readExercises } from "../exercise/readExercises.ts";
import { chaptersIn, chosenChapters } from "../nbgraderCourse.ts";
import { type BookAssignment, bookAssignment } from "./bookAssignment.ts";

export interface BookChoice {
  /** Numbers or names; none: all. */
  readonly chapters: readonly string[];
  /** Names; none: all of the chapters. */
  readonly exercises: readonly string[];
  readonly points: ReadonlyMap<string, number>;
  readonly kernel: string;
}

export interface BookCourse {
  /** Below the course's folder, by path. */
  readonly files: ReadonlyMap<string, string>;
  readonly assignments: ReadonlyMap<string, BookAssignment & { readonly title: string }>;
}

/**
 * The book's exercises as assignments: one per chapter that has some of those that are wanted.
 *
 * @param root the project's folder
 * @throws {Refusal} (exit code 2) if there is no such chapter or exercise
 */
export async function bookCourse(
  root: string,
  { chapters, exercises, points, kernel }: BookChoice,
): Promise<BookCourse> {
  const folder = join(root, "notebooks");
  const known: string[] = [];
  const files = new Map<string, string>();
  const assignments = new Map<string, BookAssignment & { readonly title: string }>();
  for (const name of chosenChapters(chaptersIn(folder), chapters)) {
    const notebook = await readNotebook(join(folder, `${name}.ipynb`));
    const regions = parsePercent(await readFile(join(folder, "solutions", `${name}.ts`), "utf8"));
    const { exercises: all, faults } = readExercises(notebook, regions);
    if (faults.length > 0)
      throw new Refusal(
        `Cannot make a course of ${name}: ${faults[0]?.message}; genloss book names all that is wrong`,
        1,
      );
    known.push(...all.map((exercise: Exercise) => exercise.name));
    const wanted = all
      .map((exercise) => exercise.name)
      .filter((one) => exercises.length === 0 || exercises.includes(one));
    if (wanted.length === 0) continue;
    const made = bookAssignment(notebook, all, wanted, points, kernel);
    const title = /^#\s+(.*)$/m.exec(notebook.cells[0]?.source ?? "")?.[1] ?? name;
    assignments.set(name, { ...made, title });
    files.set(`source/${name}/${name}.ipynb`, formatNotebook(made.notebook));
    files.set(`source/${name}/${name}.wrong.ts`, made.wrong);
  }
  for (const [flag, names] of [
    ["--exercises", exercises],
    ["--points", [...points.keys()]],
  ] as const)
    for (const one of names)
      if (!known.includes(one))
        throw new Refusal(
          `Cannot make a course: ${flag} must name exercises of the chosen chapters, got ${JSON.stringify(one)}\n  Try   ${known.join(", ")}`,
          2,
        );
  return { files, assignments };
}
