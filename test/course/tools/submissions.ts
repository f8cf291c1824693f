import type { Exercise } from "../../../course/exercise.ts";
import { starterSlot } from "../../../course/starterSlot.ts";
import { formatNotebook } from "../../../kernel/notebook/formatNotebook.ts";
import type { Cell, CodeCell, Notebook } from "../../../kernel/notebook/notebook.ts";
import { neededCells } from "./neededCells.ts";

/** What a student hands in, and what each exercise in it must get. */
export interface Submission {
  readonly student: string;
  /** The text of the notebook. */
  readonly text: string;
  /** By exercise: the title of the wrong answer, or undefined where the answer is right. */
  readonly wrong: ReadonlyMap<string, string | undefined>;
}

/**
 * What students hand in: the solutions; what they were given; and submissions that hold, one per exercise, the wrong answers,
 * and the solution after the last of them.
 *
 * @param release what nbgrader gave to students
 * @param source the instructors' notebook, of which the solutions are
 * @param whole whether all hold the whole chapter, or all but the first only the cells that the exercises need: students
 *   may remove cells that are not locked
 */
export function submissions(
  release: Notebook,
  source: Notebook,
  exercises: readonly Exercise[],
  whole: boolean,
): Submission[] {
  const starters = new Map(exercises.map(({ id, starters }) => [id, cellOf(release, starters[0]!.id)]));
  const solved = new Map(exercises.map(({ id, starters }) => [id, cellOf(source, starters[0]!.id).source]));
  const kept = whole ? undefined : neededFor(source, exercises);
  const handIn = (answers: ReadonlyMap<string, string>, slice = kept): string => {
    const texts = new Map([...answers].map(([id, text]) => [starters.get(id)!.id, text]));
    const cells = release.cells
      .filter(({ id }) => slice?.has(id) ?? true)
      .map((cell): Cell => ({ ...cell, source: texts.get(cell.id) ?? cell.source }));
    return formatNotebook({ ...release, cells });
  };
  const right = new Map(exercises.map(({ id }) => [id, undefined]));
  const untouched = new Map(exercises.map(({ id }) => [id, "the starter as it was given"]));
  const most = Math.max(...exercises.map(({ wrong }) => wrong.length));
  const mixed = Array.from({ length: most + 1 }, (_, i): Submission => {
    const answers = exercises.map(({ id, wrong }) => {
      const answer = wrong[i];
      const text = answer ? answered(starters.get(id)!.source, answer.source) : solved.get(id)!;
      return { id, text, title: answer?.title };
    });
    return {
      student: `wrong-${i + 1}`,
      text: handIn(new Map(answers.map(({ id, text }) => [id, text]))),
      wrong: new Map(answers.map(({ id, title }) => [id, title])),
    };
  });
  return [
    { student: "solution", text: handIn(solved, undefined), wrong: right },
    { student: "starter", text: handIn(new Map()), wrong: untouched },
    ...mixed,
  ];
}

/** The starter with an answer where it waits for one; what else it gives stays. */
function answered(starter: string, answer: string): string {
  const { start, end } = starterSlot(starter);
  return starter.slice(0, start) + answer + starter.slice(end);
}

function neededFor(source: Notebook, exercises: readonly Exercise[]): Set<string> {
  const code = source.cells.filter((cell): cell is CodeCell => cell.cell_type === "code");
  // What wrong answers use that no other cell of the exercise does, too.
  const withWrong = code.map((cell) => {
    const exercise = exercises.find(({ starters }) => starters[0]!.id === cell.id);
    return { cell, wrong: exercise?.wrong ?? [] };
  });
  const wanted = new Set(
    exercises.flatMap(({ starters, checks }) => [...starters, ...checks].map(({ id }) => id)),
  );
  const needed = new Set<string>();
  const most = Math.max(...withWrong.map(({ wrong }) => wrong.length));
  for (let i = -1; i < most; i++) {
    const cells = withWrong.map(({ cell, wrong }) => ({ ...cell, source: wrong[i]?.source ?? cell.source }));
    for (const id of neededCells(cells, wanted)) needed.add(id);
  }
  return needed;
}

function cellOf(notebook: Notebook, id: string): CodeCell {
  const found = notebook.cells.find((cell) => cell.id === id);
  if (found?.cell_type !== "code") throw new Error(`the notebook must hold the code cell ${id}`);
  return found;
}
