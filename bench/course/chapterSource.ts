import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readExercises } from "../../course/exercise/readExercises.ts";
import { bookAssignment } from "../../course/init/bookAssignment.ts";
import { readSource, type SourceNotebook } from "../../course/source/readSource.ts";
import { parsePercent } from "../../kernel/notebook/parsePercent.ts";
import { readNotebook } from "../../kernel/notebook/readNotebook.ts";

const folder = fileURLToPath(new URL("../../notebooks/", import.meta.url));

/** A chapter with all its exercises, as an instructor assigns it. */
export async function chapterSource(chapter: string): Promise<SourceNotebook> {
  const notebook = await readNotebook(join(folder, `${chapter}.ipynb`));
  const regions = parsePercent(readFileSync(join(folder, "solutions", `${chapter}.ts`), "utf8"));
  const { exercises } = readExercises(notebook, regions);
  const names = exercises.map(({ name }) => name);
  const assignment = bookAssignment(notebook, exercises, names, new Map(), "genloss");
  return readSource(assignment.notebook, { name: chapter, wrong: assignment.wrong });
}
