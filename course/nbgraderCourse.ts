import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { formatNotebook } from "../kernel/notebook/formatNotebook.ts";
import { parsePercent } from "../kernel/notebook/parsePercent.ts";
import { readNotebook } from "../kernel/notebook/readNotebook.ts";
import { Refusal } from "../kernel/refusal.ts";
import { readExercises } from "./exercise/readExercises.ts";
import { type CourseSettings, nbgraderConfig } from "./nbgraderConfig.ts";
import { nbgraderNotebook } from "./nbgraderNotebook.ts";

/** One chapter in a course. */
export interface Assignment {
  readonly name: string;
  readonly exercises: number;
  readonly points: number;
}

export interface NbgraderCourse {
  readonly files: ReadonlyMap<string, string>;
  readonly assignments: readonly Assignment[];
}

/**
 * An nbgrader course of chapters: the configuration, and a source notebook per chapter.
 *
 * @param root the project's folder
 * @param wanted numbers or names of chapters; all of them by default
 * @throws {Refusal} (exit code 2) if there is no such chapter; (exit code 1) naming what is wrong with its exercises
 */
export async function nbgraderCourse(
  root: string,
  wanted: readonly string[],
  settings: CourseSettings,
): Promise<NbgraderCourse> {
  const folder = join(root, "notebooks");
  const files = new Map([["nbgrader_config.py", nbgraderConfig(settings)]]);
  const assignments: Assignment[] = [];
  for (const name of chosenChapters(chaptersIn(folder), wanted)) {
    const notebook = await readNotebook(join(folder, `${name}.ipynb`));
    const solutions = await readFile(join(folder, "solutions", `${name}.ts`), "utf8");
    const names = { notebook: `notebooks/${name}.ipynb`, solutions: `notebooks/solutions/${name}.ts` };
    const { exercises, faults } = readExercises(notebook, parsePercent(solutions), names);
    if (faults.length > 0) {
      const lines = faults.map(
        ({ file, cell, message }) => `  ${file}${cell ? `, cell ${cell}` : ""}: ${message}`,
      );
      throw new Refusal(`Cannot make a course of ${name}:\n${lines.join("\n")}`, 1);
    }
    const source = nbgraderNotebook(notebook, exercises, settings.kernelName);
    files.set(`source/${name}/${name}.ipynb`, formatNotebook(source));
    const points = exercises.reduce((sum, exercise) => sum + exercise.points, 0);
    assignments.push({ name, exercises: exercises.length, points });
  }
  return { files, assignments };
}

/** Names of the chapters, in order. */
export const chaptersIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((file) => /^\d\d-.*(?<!\.out)\.ipynb$/.test(file))
    .map((file) => file.replace(/\.ipynb$/, ""))
    .sort();

/**
 * Chapters by number or name, in order; all of them if none is named.
 *
 * @throws {Refusal} (exit code 2) if there is no such chapter
 */
export function chosenChapters(chapters: readonly string[], wanted: readonly string[]): string[] {
  if (wanted.length === 0) return [...chapters];
  const found = wanted.map((word) => {
    const name = word.replace(/^.*[/\\]/, "").replace(/\.ipynb$/, "");
    const chapter = chapters.find(
      (one) => one === name || (/^\d+$/.test(name) && Number(one.slice(0, 2)) === Number(name)),
    );
    if (chapter !== undefined) return chapter;
    throw new Refusal(
      `Cannot make a course: CHAPTER must be the number or the name of a chapter, got ${JSON.stringify(word)}\n` +
        `  Try   a number from 1 to ${chapters.length}, or ${chapters[0]}`,
      2,
    );
  });
  return [...new Set(found)].sort();
}
