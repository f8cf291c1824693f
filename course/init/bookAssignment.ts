import { ts } from "../../kernel/check/typescript.ts";
import { slice } from "../../kernel/compile/slice.ts";
import type { Cell, Notebook } from "../../kernel/notebook/notebook.ts";
import { answeredStarter } from "../answeredStarter.ts";
import { byVisibleCheck, type Exercise } from "../exercise/exercise.ts";
import { roleOf } from "../exercise/readRole.ts";
import { nbgraderNotebook } from "../nbgraderNotebook.ts";
import { nbgraderOf } from "../source/nbgraderCell.ts";

/** A chapter as an assignment. */
export interface BookAssignment {
  readonly notebook: Notebook;
  /** The text of its `.wrong.ts`. */
  readonly wrong: string;
  readonly exercises: readonly { readonly name: string; readonly points: number }[];
  /** Exercises that came along, since a wanted one stands on their answers. */
  readonly added: readonly string[];
}

/**
 * A chapter with some of its exercises as a source notebook. The others' cells are left out, apart from what the rest
 * stands on.
 *
 * @param exercises all of the chapter
 * @param wanted names of those that are to be in it
 * @param points by name, in place of the chapter's own
 */
export function bookAssignment(
  notebook: Notebook,
  exercises: readonly Exercise[],
  wanted: readonly string[],
  points: ReadonlyMap<string, number>,
  kernelName: string,
): BookAssignment {
  const source = nbgraderNotebook(notebook, exercises, kernelName);
  const { names, ids } = keptOf(source, exercises, new Set(wanted));
  const kept = exercises.filter(({ name }) => names.has(name));
  const worth = new Map(kept.flatMap((exercise) => pointsOf(exercise, points.get(exercise.name))));
  const cells = source.cells
    .filter(({ id }) => ids.has(id))
    .map((cell) => withPoints(cell, worth.get(cell.id)));
  return {
    notebook: { ...source, cells },
    wrong: kept
      .map(wrongText)
      .filter((text) => text !== "")
      .join("\n"),
    exercises: kept.map(({ name, points: own }) => ({ name, points: points.get(name) ?? own })),
    added: kept.map(({ name }) => name).filter((name) => !wanted.includes(name)),
  };
}

/** The exercises and cells that stay: what is wanted, and all that it stands on. */
function keptOf(
  { cells }: Notebook,
  exercises: readonly Exercise[],
  wanted: ReadonlySet<string>,
): { readonly names: ReadonlySet<string>; readonly ids: ReadonlySet<string> } {
  const code = cells.filter(({ cell_type: type }) => type === "code");
  const exerciseOf = new Map(cells.map((cell) => [cell.id, roleOf(cell).exercise]));
  const names = new Set(wanted);
  for (;;) {
    const isKept = (id: string): boolean =>
      names.has(exerciseOf.get(id) ?? "") || exerciseOf.get(id) === undefined;
    const ids = code.map(({ id }) => id).filter(isKept);
    const needed = slice(code, { wanted: ids, withTypes: true }, () => ts);
    const answers = exercises.filter(
      ({ name, starter }) => !names.has(name) && needed.includes(starter?.id ?? ""),
    );
    if (answers.length === 0)
      return { names, ids: new Set([...cells.map(({ id }) => id).filter(isKept), ...needed]) };
    for (const { name } of answers) names.add(name);
  }
}

/** Points by cell: those that an instructor sets stand on the last check, which holds the hidden tests. */
function pointsOf({ checks }: Exercise, points: number | undefined): [string, number][] {
  if (points === undefined) return [];
  return checks.map(({ id }, index) => [id, index === checks.length - 1 ? points : 0]);
}

function withPoints(cell: Cell, points: number | undefined): Cell {
  if (points === undefined || !nbgraderOf(cell)?.grade) return cell;
  return {
    ...cell,
    metadata: { ...cell.metadata, nbgrader: { ...(cell.metadata.nbgrader as object), points } },
  };
}

/** Wrong answers as students would hand them in, each a whole cell. */
function wrongText({ starter, wrong }: Exercise): string {
  if (!starter) return "";
  const gradeId = nbgraderOf(starter)?.gradeId;
  return wrong
    .map(({ title, source, rejectedBy }) => {
      const tests = rejectedBy.map((test) => (test === byVisibleCheck ? "visible" : test)).join("; ");
      return `// %% wrong ${gradeId}: ${title} -> ${tests}\n${answeredStarter(starter.source, source)}\n`;
    })
    .join("\n");
}
