import { slice } from "../../kernel/compile/slice.ts";
import type { LoadTypeScript } from "../../kernel/compile/stripTypes.ts";
import type { Notebook } from "../../kernel/notebook/notebook.ts";
import type { Exercise } from "./exercise.ts";

/**
 * The part of a chapter that some exercises stand on: with it, starters, checks and their types mean what they mean in
 * the whole chapter. A chapter's cells draw from streams of their own, so that these give the same numbers.
 *
 * @param notebook with the starters, or with answers in their cells
 * @returns ids of code cells, in order, those of the exercises among them
 * @throws {CellSyntaxError} for a cell that cannot be compiled
 */
export function standsOn(
  { cells }: Notebook,
  exercises: readonly Pick<Exercise, "starter" | "checks">[],
  loadTypeScript?: LoadTypeScript,
): string[] {
  const wanted = exercises.flatMap(({ starter, checks }) => [...(starter ? [starter] : []), ...checks]);
  return slice(
    cells.filter(({ cell_type: type }) => type === "code"),
    { wanted: wanted.map(({ id }) => id), withTypes: true },
    loadTypeScript,
  );
}
