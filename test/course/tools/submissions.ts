import { answeredStarter } from "../../../course/answeredStarter.ts";
import type { Exercise } from "../../../course/exercise/exercise.ts";
import { standsOn } from "../../../course/exercise/standsOn.ts";
import { ts } from "../../../kernel/check/typescript.ts";
import { formatNotebook } from "../../../kernel/notebook/formatNotebook.ts";
import type { Cell, Notebook } from "../../../kernel/notebook/notebook.ts";
import { cellOf } from "./graded.ts";

/** What a student hands in, and what each exercise in it must get. */
export interface Submission {
  readonly student: string;
  /** The text of the notebook. */
  readonly text: string;
  /** By exercise: the title of the wrong answer, or undefined where the answer is right. */
  readonly wrong: ReadonlyMap<string, string | undefined>;
}

/**
 * What students hand in: the solutions, in the whole chapter; what they were given; and submissions that hold, one per exercise,
 * wrong answers, and the solution after the last of them. All but the first hold only the cells that the exercises need:
 * students may remove what is not locked.
 *
 * @param release what nbgrader gave to students
 * @param source the instructors' notebook, of which the solutions are
 * @param most how many submissions with wrong answers are wanted
 */
export function submissions(
  release: Notebook,
  source: Notebook,
  exercises: readonly Exercise[],
  most: number,
): Submission[] {
  const starters = new Map(exercises.map(({ name, starter }) => [name, cellOf(release, starter!.id)]));
  const solved = new Map(exercises.map(({ name, starter }) => [name, cellOf(source, starter!.id).source]));
  const needed = cellsFor(source, exercises);
  const handIn = (answers: ReadonlyMap<string, string>, isKept: (id: string) => boolean): string => {
    const texts = new Map([...answers].map(([name, text]) => [starters.get(name)!.id, text]));
    const cells = release.cells
      .filter(({ id }) => isKept(id))
      .map((cell): Cell => ({ ...cell, source: texts.get(cell.id) ?? cell.source }));
    return formatNotebook({ ...release, cells });
  };
  const right = new Map(exercises.map(({ name }) => [name, undefined]));
  const untouched = new Map(exercises.map(({ name }) => [name, "the starter as it was given"]));
  const longest = Math.max(...exercises.map(({ wrong }) => wrong.length));
  const mixed = Array.from({ length: Math.min(most, longest + 1) }, (_, i): Submission => {
    const answers = exercises.map(({ name, wrong, starter }) => {
      const text = wrong[i] ? answeredStarter(starter!.source, wrong[i].source) : solved.get(name)!;
      return { name, text, title: wrong[i]?.title };
    });
    return {
      student: `wrong-${i + 1}`,
      text: handIn(new Map(answers.map(({ name, text }) => [name, text])), (id) => needed.has(id)),
      wrong: new Map(answers.map(({ name, title }) => [name, title])),
    };
  });
  return [
    { student: "solution", text: handIn(solved, () => true), wrong: right },
    { student: "starter", text: handIn(new Map(), (id) => needed.has(id)), wrong: untouched },
    ...mixed,
  ];
}

/** Ids of the code cells that exercises need, with whatever answer: all of the source's, or with the wrong ones. */
export function cellsFor(source: Notebook, exercises: readonly Exercise[]): Set<string> {
  const longest = Math.max(...exercises.map(({ wrong }) => wrong.length));
  const answeredBy = (i: number): Notebook => ({
    ...source,
    cells: source.cells.map((cell) => {
      const exercise = exercises.find(({ starter }) => starter!.id === cell.id);
      return { ...cell, source: exercise?.wrong[i]?.source ?? cell.source };
    }),
  });
  const all = [source, ...Array.from({ length: longest }, (_, i) => answeredBy(i))];
  return new Set(all.flatMap((notebook) => standsOn(notebook, exercises, () => ts)));
}
