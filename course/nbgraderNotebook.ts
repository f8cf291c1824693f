import { withLanguageInfo } from "../kernel/notebook/languageInfo.ts";
import type { Cell, Notebook } from "../kernel/notebook/notebook.ts";
import type { Exercise } from "./exercise/exercise.ts";
import { solvedStarter } from "./solvedStarter.ts";
import { withHiddenTests } from "./withHiddenTests.ts";

/**
 * A chapter as nbgrader's source: starters hold their solutions, checks their hidden tests, in regions that
 * `nbgrader generate_assignment` takes out. All other cells stay as they are.
 *
 * @param kernelName what Jupyter calls the kernel
 * @throws {Error} naming the exercise, if its parts do not fit together
 */
export function nbgraderNotebook(
  notebook: Notebook,
  exercises: readonly Exercise[],
  kernelName: string,
): Notebook {
  const sources = new Map<string, string>();
  for (const exercise of exercises) {
    const { name, starter, checks, solution, hidden } = exercise;
    const check = checks.at(-1);
    if (!starter || !solution || !check)
      throw new Error(`exercise ${name} must have a starter, a check and a solution`);
    try {
      sources.set(starter.id, solvedStarter(starter.source, solution.source));
      sources.set(check.id, withHiddenTests(check.source, hidden));
    } catch (cause) {
      throw new Error(`exercise ${name}: ${(cause as Error).message}`, { cause });
    }
  }
  const cells = notebook.cells.map((cell): Cell => {
    const source = sources.get(cell.id);
    return source === undefined ? cell : { ...cell, source };
  });
  const kernelspec = {
    ...(notebook.metadata.kernelspec as object),
    name: kernelName,
    language: "typescript",
  };
  return withLanguageInfo({ ...notebook, cells, metadata: { ...notebook.metadata, kernelspec } });
}
