import { byVisibleCheck, type Exercise } from "../../course/exercise.ts";
import type { CodeCell } from "../../kernel/notebook/notebook.ts";

/** What an appended cell is there to show. */
export interface Trial {
  readonly cell: CodeCell;
  readonly exercise: string;
  readonly mustFail: boolean;
  /** Sentence for the report. */
  readonly about: string;
}

/**
 * The cells to append to a chapter so that one run proves its exercises: for each, the solution with its
 * visible and hidden tests, then each wrong answer with the tests that must reject it.
 */
export function trials(exercises: readonly Exercise[]): Trial[] {
  const all: Trial[] = [];
  const add = (exercise: string, source: string, mustFail: boolean, about: string): void => {
    const id = `trial-${all.length + 1}`;
    const metadata = { tags: ["raises-exception"] };
    const cell: CodeCell = { cell_type: "code", id, source, metadata, outputs: [], execution_count: null };
    all.push({ cell, exercise, mustFail, about });
  };
  for (const { id, checks, solutions, hidden, wrong } of exercises) {
    for (const { source } of solutions) {
      add(id, source, false, "the solution runs");
      for (const check of checks) add(id, check.source, false, `the solution passes ${check.id}`);
      for (const test of hidden) add(id, test.source, false, `the solution passes "${test.title}"`);
    }
    for (const { source, title, rejectedBy } of wrong) {
      add(id, source, false, `the wrong answer "${title}" runs`);
      for (const name of rejectedBy) {
        const test = name === byVisibleCheck ? checks.at(-1) : hidden.find((one) => one.title === name);
        const judge = test?.source ?? `throw new Error("no hidden test of this name")`;
        add(id, judge, test !== undefined, `the wrong answer "${title}" is rejected by ${name}`);
      }
    }
  }
  return all;
}
