import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { Command } from "commander";
import { readExercises } from "../../course/exercise/readExercises.ts";
import { trialCell } from "../../course/exercise/trialCell.ts";
import type { CodeCell } from "../../kernel/notebook/notebook.ts";
import { parsePercent } from "../../kernel/notebook/parsePercent.ts";
import { readNotebook } from "../../kernel/notebook/readNotebook.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { runNotebook } from "../../kernel/run/runNotebook.ts";

const solutions = fileURLToPath(new URL("../../notebooks/solutions/", import.meta.url));

/** `genloss check`: the hidden tests of a chapter's exercises on somebody's answers. */
export function checkCommand(): Command {
  return new Command("check")
    .description("run a chapter with your answers, and the further tests of its exercises on them")
    .argument("<notebook>", "a chapter, or your copy of it under the same name")
    .argument("[exercises...]", "their names; all by default")
    .action(check);
}

/** A test of an exercise as a cell that has run. */
interface Trial {
  readonly title: string;
  readonly cell: CodeCell;
}

async function check(file: string, wanted: readonly string[]): Promise<void> {
  const path = resolve(file);
  const tests = join(solutions, basename(path).replace(/\.ipynb$/, ".ts"));
  const notebook = await readNotebook(path);
  if (!existsSync(tests))
    throw new Refusal(`Cannot check ${file}: it must have the name of a chapter, such as 01-….ipynb`, 2);
  const regions = parsePercent(await readFile(tests, "utf8"));
  const { exercises, faults } = readExercises(notebook, regions);
  const known = exercises.map(({ name }) => name);
  for (const name of wanted)
    if (!known.includes(name))
      throw new Refusal(`Cannot check ${file}: its exercises are ${known.join(", ")}, got ${name}`, 2);
  const names = wanted.length > 0 ? wanted : known;
  const hidden = exercises
    .filter(({ name }) => names.includes(name))
    .flatMap(({ name, hidden }) => hidden.map((test) => ({ ...test, name })))
    .map(({ name, title, source }, i) => ({ name, title, cell: trialCell(`hidden-${i + 1}`, source) }));
  const { notebook: ran, afterwards } = await runNotebook(notebook, {
    path,
    allowErrors: true,
    afterwards: hidden.map(({ cell }) => cell),
  });
  const visible = readExercises(ran, regions).exercises.flatMap(({ name, checks }) =>
    checks.map((cell) => ({ name, title: "the check in the notebook", cell })),
  );
  const trials = [...visible, ...hidden.map((trial, i) => ({ ...trial, cell: afterwards[i] ?? trial.cell }))];
  const failed = names.filter((each) => {
    const notes = faults.filter(({ exercise, cell }) => exercise === each && cell !== undefined);
    console.log([each, ...notes.map(({ cell, message }) => `  ! cell ${cell}: ${message}`)].join("\n"));
    return !report(trials.filter(({ name }) => name === each));
  });
  if (failed.length > 0) throw new Refusal(`\nNot solved yet: ${failed.join(", ")}`, 1);
}

/** Prints a line per test up to the first that fails: later ones may lean on its names. True if all pass. */
function report(trials: readonly Trial[]): boolean {
  const first = trials.findIndex(({ cell }) => faultOf(cell) !== undefined);
  const passed = first === -1 ? trials : trials.slice(0, first);
  for (const { title } of passed) console.log(`  ✓ ${title}`);
  const failing = trials[first];
  if (failing === undefined) return true;
  const said = (faultOf(failing.cell) ?? "").split("\n").join("\n      ");
  const left = trials.length - passed.length - 1;
  console.log(`  ✗ ${failing.title}\n      ${said}${left > 0 ? `\n  … and ${left} more after it` : ""}`);
  return false;
}

/** Why a test has not passed; undefined if it has. */
function faultOf({ outputs, execution_count: count }: CodeCell): string | undefined {
  const error = outputs.find((output) => output.output_type === "error");
  if (error) return `${error.ename}: ${error.evalue}`;
  return count === null ? "It did not run, because the notebook ended before it." : undefined;
}
