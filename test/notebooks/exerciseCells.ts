import type { CodeCell, Notebook } from "../../kernel/notebook/notebook.ts";
import { type PercentRegion, parsePercent } from "../../kernel/notebook/parsePercent.ts";

/** What an appended cell is there to show. */
export interface Trial {
  readonly cell: CodeCell;
  readonly exercise: string;
  readonly mustFail: boolean;
  /** Sentence for the report. */
  readonly about: string;
}

interface ExerciseMetadata {
  readonly role?: string;
  readonly exercise?: string;
}

const metadataOf = (cell: CodeCell): ExerciseMetadata => (cell.metadata.genloss ?? {}) as ExerciseMetadata;

/** The chapter's code cells of one role for one exercise. */
export function cellsOf(notebook: Notebook, role: "starter" | "check", exercise: string): CodeCell[] {
  return notebook.cells.filter(
    (cell): cell is CodeCell =>
      cell.cell_type === "code" && metadataOf(cell).role === role && metadataOf(cell).exercise === exercise,
  );
}

/** Ids of the exercises in a chapter, in order. */
export function exercisesOf(notebook: Notebook): string[] {
  const ids = notebook.cells.flatMap((cell) => {
    const { role, exercise } = (cell.metadata.genloss ?? {}) as ExerciseMetadata;
    return role === "exercise" && exercise !== undefined ? [exercise] : [];
  });
  return [...new Set(ids)];
}

/** What a wrong answer must fail: titles of hidden tests, or `visible`; the part after `->`, at semicolons. */
const rejectedBy = (region: PercentRegion): string[] =>
  (region.title.split("->")[1] ?? "").split(";").map((title) => title.trim());
const visible = "visible";

/**
 * The cells to append to a chapter so that one run proves its exercises: for each, the solution with its
 * visible and hidden tests, then each wrong answer with the tests that must reject it.
 */
export function trials(notebook: Notebook, solutions: string): Trial[] {
  const regions = parsePercent(solutions);
  const all: Trial[] = [];
  const add = (exercise: string, source: string, mustFail: boolean, about: string): void => {
    const id = `trial-${all.length + 1}`;
    const metadata = { tags: ["raises-exception"] };
    const cell: CodeCell = { cell_type: "code", id, source, metadata, outputs: [], execution_count: null };
    all.push({ cell, exercise, mustFail, about });
  };
  for (const exercise of exercisesOf(notebook)) {
    const own = regions.filter((region) => region.name === exercise);
    const checks = cellsOf(notebook, "check", exercise);
    const hidden = own.filter(({ kind }) => kind === "hidden");
    for (const { source } of own.filter(({ kind }) => kind === "solution")) {
      add(exercise, source, false, "the solution runs");
      for (const check of checks) add(exercise, check.source, false, `the solution passes ${check.id}`);
      for (const test of hidden) add(exercise, test.source, false, `the solution passes "${test.title}"`);
    }
    for (const wrong of own.filter(({ kind }) => kind === "wrong")) {
      add(exercise, wrong.source, false, `the wrong answer "${wrong.title}" runs`);
      for (const title of rejectedBy(wrong)) {
        const test = title === visible ? checks.at(-1) : hidden.find((region) => region.title === title);
        const judge = test?.source ?? `throw new Error("no hidden test of this name")`;
        add(exercise, judge, test !== undefined, `the wrong answer "${wrong.title}" is rejected by ${title}`);
      }
    }
  }
  return all;
}
