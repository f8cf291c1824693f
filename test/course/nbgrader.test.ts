import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { readExercises } from "../../course/exercise/readExercises.ts";
import { chaptersIn, nbgraderCourse } from "../../course/nbgraderCourse.ts";
import type { Notebook } from "../../kernel/notebook/notebook.ts";
import { parseNotebook } from "../../kernel/notebook/parseNotebook.ts";
import { parsePercent } from "../../kernel/notebook/parsePercent.ts";
import { readNotebook } from "../../kernel/notebook/readNotebook.ts";
import { onceMore } from "../tools/onceMore.ts";
import { keyOf, ranBefore } from "../tools/ranBefore.ts";
import { cycle, settings } from "./tools/cycle.ts";
import { findNbgrader, version } from "./tools/nbgrader.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const nbgrader = await findNbgrader();
const chapters = chaptersIn(join(root, "notebooks"));
const graded = ranBefore(fileURLToPath(new URL("./graded.json", import.meta.url)));
/** Every chapter, also one that nbgrader has graded as it stands; with `each`, every wrong answer. */
const all = process.env.NBGRADER !== undefined;

/**
 * What nbgrader is given, and which answers: that these get the marks they should, `nbgraderCells.test.ts` sees each time.
 * Prose that says nothing to nbgrader is no part of it.
 */
async function keyFor(name: string): Promise<string> {
  const { files } = await nbgraderCourse(root, [name], settings);
  const solutions = await readFile(join(root, "notebooks", "solutions", `${name}.ts`), "utf8");
  const chapter = await readNotebook(join(root, "notebooks", `${name}.ipynb`));
  const { exercises } = readExercises(chapter, parsePercent(solutions));
  const wrong = exercises.map((exercise) => exercise.wrong);
  const given = [...files].map(([path, text]) => [path, path.endsWith(".ipynb") ? withoutProse(text) : text]);
  return keyOf([version, given, wrong]);
}

function withoutProse(text: string): Notebook {
  const notebook = parseNotebook(text, "an assignment");
  const cells = notebook.cells.map((cell) =>
    cell.cell_type === "markdown" && cell.metadata.nbgrader === undefined ? { ...cell, source: "" } : cell,
  );
  return { ...notebook, cells };
}

// nbgrader takes a minute or more for a chapter. The first is graded each time.
describe("nbgrader", { skip: "reason" in nbgrader && nbgrader.reason }, () => {
  if ("reason" in nbgrader) return;
  for (const name of chapters)
    test(`${name}: solutions get all points, starters and wrong answers none, or did so as it stands`, async (t) => {
      const key = await keyFor(name);
      if (!all && name !== chapters[0] && graded.has(name, key)) {
        t.diagnostic("nbgrader has graded exactly this; NBGRADER=all has it graded again.");
        return;
      }
      await onceMore(t, () => cycle(nbgrader, name));
      if (process.env.CI) t.diagnostic("Run it outside CI and commit graded.json, and CI need not.");
      else graded.note(name, key, chapters);
    });
});
