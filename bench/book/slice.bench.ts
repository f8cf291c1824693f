import { fileURLToPath } from "node:url";
import { readExercises } from "../../course/exercise/readExercises.ts";
import { standsOn } from "../../course/exercise/standsOn.ts";
import { readNotebook } from "../../kernel/notebook/readNotebook.ts";
import { runNotebook } from "../../kernel/run/runNotebook.ts";
import type { Row } from "../run.ts";

export const title =
  "Chapter 1 from nothing, and the cells alone that its exercise half-life stands on (a third of the time allowed)";

const path = fileURLToPath(new URL("../../notebooks/01-a-photocopy-of-a-photocopy.ipynb", import.meta.url));

export async function bench(): Promise<{ rows: Row[] }> {
  const notebook = await readNotebook(path);
  const exercise = readExercises(notebook, []).exercises.find(({ name }) => name === "half-life");
  if (!exercise) throw new Error("chapter 1 must have the exercise half-life");
  const ids = standsOn(notebook, [exercise]);
  const cells = notebook.cells.filter(({ id }) => ids.includes(id));
  const whole = await runNotebook(notebook, { path });
  const part = await runNotebook({ ...notebook, cells }, { path });
  for (const { failure } of [whole, part]) if (failure) throw new Error(failure.message);
  return {
    rows: [
      { name: "the chapter", value: whole.ms / 1000, unit: "s" },
      { name: "the cells under half-life", value: part.ms / 1000, unit: "s", note: ids.join(", ") },
      { name: "their share", value: part.ms / whole.ms, unit: "of the time" },
    ],
  };
}
