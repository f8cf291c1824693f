import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Exercise } from "../course/exercise/exercise.ts";
import type { ExerciseFault } from "../course/exercise/exerciseFault.ts";
import { readExercises } from "../course/exercise/readExercises.ts";
import type { Notebook } from "../kernel/notebook/notebook.ts";
import { parsePercent } from "../kernel/notebook/parsePercent.ts";
import { readNotebook } from "../kernel/notebook/readNotebook.ts";
import { Refusal } from "../kernel/refusal.ts";
import type { ChapterEntry } from "./config.ts";
import { exercisesFor, type Flavour } from "./flavour.ts";

/** A chapter with everything that was read for it. */
export interface Chapter extends ChapterEntry {
  readonly title: string;
  /** Its notebook, relative to the project: what messages name. */
  readonly path: string;
  readonly notebook: Notebook;
  /** Its page, relative to the site. */
  readonly page: string;
  /** Its exercises, with what its solutions file has of them, as far as the flavour may know. */
  readonly exercises: readonly Exercise[];
  /** What is wrong with them, and with what cells say of themselves. */
  readonly exerciseFaults: readonly ExerciseFault[];
}

/** Reads a chapter's notebook and its solutions; undefined if there is no such notebook. */
export async function readChapter(
  root: string,
  entry: ChapterEntry,
  flavour: Flavour,
): Promise<Chapter | undefined> {
  const path = `notebooks/${entry.file}`;
  const notebook = await readNotebook(join(root, path)).catch((error) => {
    if (error instanceof Refusal && (error.cause as NodeJS.ErrnoException | undefined)?.code === "ENOENT")
      return;
    throw error;
  });
  if (!notebook) return undefined;
  const solutionsPath = `notebooks/solutions/${entry.file.replace(/\.ipynb$/, ".ts")}`;
  const text = await readFile(join(root, solutionsPath), "utf8").catch(() => "");
  const title = /^#\s+(.+)$/m.exec(notebook.cells[0]?.source ?? "")?.[1]?.trim() ?? entry.slug;
  const names = { notebook: path, solutions: solutionsPath };
  const { exercises: all, faults } = readExercises(notebook, parsePercent(text), names);
  const exercises = exercisesFor(flavour, all);
  const page = `${entry.slug}.html`;
  return { ...entry, title, path, notebook, page, exercises, exerciseFaults: faults };
}
