import assert from "node:assert/strict";
import { test } from "node:test";
import type { Answer } from "../../../course/answers/answer.ts";
import { readAnswers } from "../../../course/answers/readAnswers.ts";
import { taskCells } from "../../../course/review/taskCells.ts";
import { type HandedIn, manifest, notebookWith, reviewedCourse } from "../tools/reviewedCourse.ts";

const notebook = manifest.notebooks[0]!;
const read = (text: string, gradeId: string): Answer => {
  const sheet = readAnswers(notebook, Buffer.from(text));
  assert.ok("answers" in sheet);
  return sheet.answers.get(gradeId) as Answer;
};

for (const [words, gradeId, given, wanted, isUntouched] of [
  ["a function that tests judge", "half-check", { half: "const half = 1;" }, ["const half = 1;"], false],
  ["a text", "why", { why: "Because." }, ["Because."], false],
  ["cells below a task", "plot", { own: "A picture." }, ["A picture."], false],
  ["no cell below a task", "plot", {}, [], true],
  ["a text as it was handed out", "why", {}, ["Your answer here."], true],
  ["a blank text", "why", { why: "  \n" }, ["  \n"], true],
] as const)
  test(`the answer is ${words}`, () => {
    const { cells, isUntouched: untouched } = read(notebookWith(given as HandedIn), gradeId);
    assert.deepEqual(
      cells.map(({ source }) => source),
      wanted,
    );
    assert.equal(untouched, isUntouched);
  });

for (const [words, given, kind, wanted] of [
  ["is read where the one for it is untouched", {}, "markdown", ["Your answer here.", "Mine, below."]],
  ["is not part of an answer in its own cell", { why: "Because." }, "markdown", ["Because."]],
  ["is none where it is code", {}, "code", ["Your answer here."]],
] as const)
  test(`a text in a cell of one's own below ${words}`, () => {
    const written = JSON.parse(notebookWith(given));
    const at = written.cells.findIndex(({ id }: { id: string }) => id === "why");
    const own = { cell_type: kind, id: "beside", metadata: {}, source: "Mine, below." };
    written.cells.splice(at + 1, 0, kind === "code" ? { ...own, execution_count: null, outputs: [] } : own);
    const { cells, isUntouched } = read(JSON.stringify(written), "why");
    assert.deepEqual(
      cells.map(({ source }) => source),
      wanted,
    );
    assert.equal(isUntouched, kind === "code");
  });

test("an answer's hash changes with the answer, and with nothing else in the notebook", () => {
  const sha = (given: HandedIn): string => read(notebookWith(given), "why").sha;
  assert.equal(sha({ why: "A" }), sha({ why: "A", half: "const half = 1;", own: "B" }));
  assert.notEqual(sha({ why: "A" }), sha({ why: "B" }));
});

test("a notebook whose metadata are gone gives the same answer, and says what was mended", () => {
  const bare = JSON.parse(notebookWith({ half: "function half(x: number): number {\n  return x / 2;\n}" }));
  for (const cell of bare.cells) cell.metadata = {};
  const sheet = readAnswers(notebook, Buffer.from(JSON.stringify(bare)));
  assert.ok("answers" in sheet);
  assert.match(sheet.answers.get("half-check")?.cells[0]?.source ?? "", /return x \/ 2/);
  assert.match(sheet.repairs.join("\n"), /half: its name was gone/);
});

test("what cannot be read is told, not thrown", () => {
  using course = reviewedCourse(["ada"]);
  const one = { assignment: "hw1", notebook: "one" };
  const sheet = course.answers.of(one, "ada", course.handIn("ada", "no notebook"));
  assert.match("problem" in sheet ? sheet.problem : "", /no notebook/);
  const gone = course.answers.of(one, "ada", "0".repeat(64));
  assert.match("problem" in gone ? gone.problem : "", /not in the store/);
  const other = course.answers.of({ ...one, notebook: "two" }, "ada", "0".repeat(64));
  assert.deepEqual(other, { problem: "the assignment has no notebook two" });
});

for (const [gradeId, wanted] of [
  ["half-check", ["intro", "half-task"]],
  ["why", ["why-task"]],
  ["plot", ["plot"]],
] as const)
  test(`the task of ${gradeId} is the text above it, back to the exercise before`, () => {
    const judged = notebook.cells.find((cell) => cell.gradeId === gradeId)!;
    assert.deepEqual(
      taskCells(notebook, judged).map(({ id }) => id),
      wanted,
    );
  });

test("a task in several cells is read from its heading on, and nothing that stands above that", () => {
  const judged = notebook.cells.find(({ gradeId }) => gradeId === "why")!;
  const text = (id: string, source: string) => ({ cell_type: "markdown" as const, id, source, metadata: {} });
  const cells = notebook.release.cells.flatMap((cell) =>
    cell.id === "why-task"
      ? [text("limits", "## Limits"), text("more", "More."), text("words", "### In words"), cell]
      : [cell],
  );
  const release = { ...notebook.release, cells };
  assert.deepEqual(
    taskCells({ ...notebook, release }, judged).map(({ id }) => id),
    ["words", "why-task"],
  );
});
