import { byVisibleCheck, type Exercise } from "../../course/exercise/exercise.ts";
import { trialCell } from "../../course/exercise/trialCell.ts";
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
 *
 * @param exercises without faults
 */
export function trials(exercises: readonly Exercise[]): Trial[] {
  const all: Trial[] = [];
  const add = (exercise: string, source: string, mustFail: boolean, about: string): void => {
    all.push({ cell: trialCell(`trial-${all.length + 1}`, source), exercise, mustFail, about });
  };
  for (const { name, checks, solution, hidden, wrong } of exercises) {
    add(name, solution!.source, false, "the solution runs");
    for (const check of checks) add(name, check.source, false, `the solution passes ${check.id}`);
    for (const test of hidden) add(name, test.source, false, `the solution passes "${test.title}"`);
    for (const { source, title, rejectedBy } of wrong) {
      add(name, source, false, `the wrong answer "${title}" runs`);
      for (const judge of rejectedBy) {
        const test = judge === byVisibleCheck ? checks.at(-1) : hidden.find((one) => one.title === judge);
        add(name, test!.source, true, `the wrong answer "${title}" is rejected by ${judge}`);
      }
    }
  }
  return all;
}
