import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { Command } from "commander";
import { cellRole } from "../../book/chapter.ts";
import type { CodeCell, Notebook } from "../../kernel/notebook/notebook.ts";
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

/** A test of an exercise as a cell. */
interface Trial {
  readonly exercise: string;
  readonly title: string;
  readonly cell: CodeCell;
}

async function check(file: string, wanted: readonly string[]): Promise<void> {
  const path = resolve(file);
  const tests = join(solutions, basename(path).replace(/\.ipynb$/, ".ts"));
  const notebook = await readNotebook(path);
  if (!existsSync(tests))
    throw new Refusal(`Cannot check ${file}: it must have the name of a chapter, such as 01-….ipynb`, 2);
  const known = exercisesOf(notebook);
  for (const name of wanted)
    if (!known.includes(name))
      throw new Refusal(`Cannot check ${file}: its exercises are ${known.join(", ")}, got ${name}`, 2);
  const exercises = wanted.length > 0 ? wanted : known;
  const hidden = hiddenTests(await readFile(tests, "utf8"), exercises);
  const { notebook: ran, afterwards } = await runNotebook(notebook, {
    path,
    allowErrors: true,
    afterwards: hidden.map(({ cell }) => cell),
  });
  const visible = ran.cells.flatMap((cell): Trial[] => {
    const { role, exercise } = cellRole(cell);
    if (cell.cell_type !== "code" || role !== "check" || exercise === undefined) return [];
    return [{ exercise, title: "the check in the notebook", cell }];
  });
  const all = [...visible, ...hidden.map((trial, i) => ({ ...trial, cell: afterwards[i] ?? trial.cell }))];
  const failed = exercises.filter((exercise) => !report(exercise, all));
  if (failed.length > 0) throw new Refusal(`\nNot solved yet: ${failed.join(", ")}`, 1);
}

const exercisesOf = ({ cells }: Notebook): string[] =>
  cells.flatMap((cell) => {
    const { role, exercise } = cellRole(cell);
    return role === "exercise" && exercise !== undefined ? [exercise] : [];
  });

function hiddenTests(text: string, exercises: readonly string[]): Trial[] {
  const regions = parsePercent(text).filter(
    ({ kind, name }) => kind === "hidden" && exercises.includes(name),
  );
  return regions.map(({ name, title, source }, index) => {
    const metadata = { tags: ["raises-exception"] };
    const place = { id: `hidden-${index + 1}`, metadata, outputs: [], execution_count: null };
    return { exercise: name, title, cell: { cell_type: "code", source, ...place } };
  });
}

/** Prints a line per test up to the first that fails: later ones may lean on its names. True if all pass. */
function report(exercise: string, all: readonly Trial[]): boolean {
  const own = all.filter((trial) => trial.exercise === exercise);
  const first = own.findIndex(({ cell }) => faultOf(cell) !== undefined);
  const passed = first === -1 ? own : own.slice(0, first);
  console.log([exercise, ...passed.map(({ title }) => `  ✓ ${title}`)].join("\n"));
  const failing = own[first];
  if (failing === undefined) return true;
  const said = (faultOf(failing.cell) ?? "").split("\n").join("\n      ");
  const left = own.length - passed.length - 1;
  console.log(`  ✗ ${failing.title}\n      ${said}${left > 0 ? `\n  … and ${left} more after it` : ""}`);
  return false;
}

/** Why a test has not passed; undefined if it has. */
function faultOf({ outputs, execution_count: count }: CodeCell): string | undefined {
  const error = outputs.find((output) => output.output_type === "error");
  if (error) return `${error.ename}: ${error.evalue}`;
  return count === null ? "It did not run, because the notebook ended before it." : undefined;
}
