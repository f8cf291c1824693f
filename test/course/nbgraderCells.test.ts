/** Each exercise in the form that nbgrader gets, with each answer in turn, in one run per chapter and without nbgrader. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { answeredStarter } from "../../course/answeredStarter.ts";
import type { Exercise } from "../../course/exercise/exercise.ts";
import { readExercises } from "../../course/exercise/readExercises.ts";
import { trialCell } from "../../course/exercise/trialCell.ts";
import { chaptersIn } from "../../course/nbgraderCourse.ts";
import { nbgraderNotebook } from "../../course/nbgraderNotebook.ts";
import { ts } from "../../kernel/check/typescript.ts";
import { cellUses } from "../../kernel/compile/cellUses.ts";
import type { CodeCell, Notebook } from "../../kernel/notebook/notebook.ts";
import { parsePercent } from "../../kernel/notebook/parsePercent.ts";
import { readNotebook } from "../../kernel/notebook/readNotebook.ts";
import { runNotebook } from "../../kernel/run/runNotebook.ts";
import { cellOf, refusal, said, straysOf } from "./tools/graded.ts";
import { cellsFor } from "./tools/submissions.ts";

const folder = fileURLToPath(new URL("../../notebooks/", import.meta.url));

for (const name of chaptersIn(folder)) {
  test(`${name}: the graded cell passes the solution without a value, and fails each wrong answer`, async () => {
    const path = `${folder}${name}.ipynb`;
    const notebook = await readNotebook(path);
    const regions = parsePercent(await readFile(`${folder}solutions/${name}.ts`, "utf8"));
    const { exercises } = readExercises(notebook, regions);
    const source = nbgraderNotebook(notebook, exercises, "genloss");
    for (const { name: exercise, checks, wrong } of exercises) {
      const graded = cellUses(cellOf(source, checks.at(-1)!.id).source, () => ts);
      for (const { source: answer, title } of wrong) {
        const { declares, readsNow, readsLater } = cellUses(answer, () => ts);
        const used = new Set([...readsNow, ...readsLater].filter((word) => !declares.has(word)));
        const borrowed = [...graded.declares].filter((word) => used.has(word));
        assert.deepEqual(borrowed, [], `${exercise}: "${title}" is a student's, who sees no hidden test`);
      }
    }
    const trials = trialsOf(source, exercises);
    const cells = trials.map(({ cell }) => cell);
    const { notebook: ran } = await runNotebook(
      { ...source, cells },
      { path, timeoutMs: 300_000, allowErrors: true },
    );
    for (const { cell, about, wanted } of trials) {
      const done = cellOf(ran, cell.id);
      if (wanted === "refused") assert.match(said([done]), refusal, about);
      else assert.equal(said([done]), "", about);
      if (wanted === "passed") assert.deepEqual(straysOf(done), [], about);
    }
  });
}

interface Trial {
  readonly cell: CodeCell;
  readonly about: string;
  readonly wanted: "runs" | "passed" | "refused";
}

/** The cells that the exercises need; in place of each exercise its graded cell after each answer. */
function trialsOf(source: Notebook, exercises: readonly Exercise[]): Trial[] {
  const needed = cellsFor(source, exercises);
  const trials: Trial[] = [];
  const add = (code: string, about: string, wanted: Trial["wanted"]): void => {
    trials.push({ cell: trialCell(`trial-${trials.length + 1}`, code), about, wanted });
  };
  for (const cell of source.cells) {
    if (cell.cell_type !== "code" || !needed.has(cell.id)) continue;
    const exercise = exercises.find(({ checks }) => checks.at(-1)?.id === cell.id);
    if (!exercise) {
      add(cell.source, cell.id, "runs");
      continue;
    }
    const { name, wrong } = exercise;
    const starter = exercise.starter!;
    // Solution first: a wrong answer may spoil what the chapter holds, and here all share it.
    const solved = cellOf(source, starter.id).source;
    add(typed(solved), `${name}: the solution runs, and is right in its types`, "runs");
    add(typed(cell.source), `${name}: the solution, and all tests in their types`, "passed");
    add(typed(starter.source), `${name}: the starter runs, and is right in its types`, "runs");
    add(cell.source, `${name}: the starter`, "refused");
    for (const { source: answer, title } of wrong) {
      add(answeredStarter(starter.source, answer), `${name}: "${title}" runs`, "runs");
      add(cell.source, `${name}: "${title}"`, "refused");
    }
    add(solved, `${name}: the solution once more, for what comes`, "runs");
  }
  return trials;
}

/** A finding of the type checker fails such a cell. */
const typed = (code: string): string => `// types: error\n${code}`;
