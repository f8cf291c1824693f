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
