/** The part of a chapter that an exercise stands on. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { readExercises } from "../../../course/exercise/readExercises.ts";
import { standsOn } from "../../../course/exercise/standsOn.ts";
import { ts } from "../../../kernel/check/typescript.ts";
import type { Cell } from "../../../kernel/notebook/notebook.ts";
import { parsePercent } from "../../../kernel/notebook/parsePercent.ts";
import { readNotebook } from "../../../kernel/notebook/readNotebook.ts";
import { runNotebook } from "../../../kernel/run/runNotebook.ts";
import { code, notebookOf, prose } from "../../book/tools/cells.ts";

const chapter = (check: string, ...more: Cell[]) =>
  notebookOf(
    code("data", "const data = [1, 2];"),
    code("other", "const other = 1;"),
    code("shape", "interface Fit { mean: number }"),
    code("show", "const show = (fit: Fit) => fit.mean;"),
    prose("p", "Do it.", { role: "exercise", exercise: "refit" }),
    code("s", "function refit() { return NaN; } // your code here", [], {
      role: "starter",
      exercise: "refit",
    }),
    code("c", check, [], { role: "check", exercise: "refit" }),
    ...more,
    code("after", "refit();"),
  );

for (const [about, check, cells] of [
  ["itself alone", "refit()", "s c"],
  ["what its check reads", "refit(data)", "data s c"],
  ["types that its check names", "const fit: Fit = { mean: refit() }", "shape s c"],
  ["types of what its check calls", "show(refit())", "shape show s c"],
] as const) {
  test(`an exercise stands on ${about}`, () => {
    const notebook = chapter(check);
    assert.equal(standsOn(notebook, readExercises(notebook, []).exercises).join(" "), cells);
  });
}

test("an exercise stands on what the answer reads, too", () => {
  const notebook = chapter("refit()");
  const { exercises } = readExercises(notebook, []);
  const cells = notebook.cells.map((cell) =>
    cell.id === "s" ? { ...cell, source: "const refit = () => data.length" } : cell,
  );
  assert.deepEqual(standsOn({ ...notebook, cells }, exercises), ["data", "s", "c"]);
});

test("an exercise without a starter stands on its check alone, and several stand side by side", () => {
  const more = [
    prose("q", "Do it.", { role: "exercise", exercise: "count" }),
    code("d", "other + refit()", [], { role: "check", exercise: "count" }),
  ];
  const notebook = chapter("refit()", ...more);
  const { exercises } = readExercises(notebook, []);
  assert.deepEqual(standsOn(notebook, exercises.slice(1)), ["other", "s", "d"]);
  assert.deepEqual(standsOn(notebook, exercises), ["other", "s", "c", "d"]);
});

test("with its cells alone the first exercise of chapter 1 is passed by its solution, in its types", async () => {
  const name = "01-a-photocopy-of-a-photocopy";
  const folder = fileURLToPath(new URL("../../../notebooks/", import.meta.url));
  const path = `${folder}${name}.ipynb`;
  const notebook = await readNotebook(path);
  const regions = parsePercent(readFileSync(`${folder}solutions/${name}.ts`, "utf8"));
  const [exercise] = readExercises(notebook, regions).exercises;
  const solved = notebook.cells.map((cell) => {
    const source = cell.id === exercise!.starter!.id ? exercise!.solution!.source : cell.source;
    return { ...cell, source: `// types: error\n${source}` };
  });
  const needed = standsOn({ ...notebook, cells: solved }, [exercise!], () => ts);
  const cells = solved.filter(({ id }) => needed.includes(id));
  assert.ok(cells.length >= 2 && cells.length < notebook.cells.length / 2, needed.join(" "));
  const { failure } = await runNotebook({ ...notebook, cells }, { path });
  assert.equal(failure, undefined);
});
