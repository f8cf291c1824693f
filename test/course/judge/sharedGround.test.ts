import assert from "node:assert/strict";
import { test } from "node:test";
import { planCell } from "../../../course/judge/prepareCell.ts";
import { sharedGround } from "../../../course/judge/sharedGround.ts";
import type { JudgedCell } from "../../../course/manifest/assignmentManifest.ts";
import type { Cell, Notebook } from "../../../kernel/notebook/notebook.ts";

const modules = { table: { entries: {}, needs: {} }, sources: {} };
const code = (id: string, source: string): Cell => ({
  ...{ cell_type: "code", id, source, metadata: {}, outputs: [], execution_count: null },
});
const notebookOf = (cells: readonly Cell[]): Notebook => ({
  ...{ cells: [...cells], metadata: {}, nbformat: 4, nbformat_minor: 5 },
});
const judged = (id: string, answers: readonly string[], standsOn: readonly string[]): JudgedCell => ({
  ...{ id, answers, standsOn, gradeId: id, kind: "tests", place: 0, title: id, points: 1 },
  ...{ tests: [], markScheme: "", testsSha: "" },
});

test("exercises below the text share all that they stand on, once each and in order", () => {
  const release = notebookOf([
    code("n", "const n = 2"),
    code("m", "const m = 3"),
    code("a", "const twice = () => 0"),
    code("a-check", "twice() === 2 * n"),
    code("b", "const thrice = () => 0"),
    code("b-check", "thrice() === n * m"),
  ]);
  const plans = [
    planCell(release, judged("b-check", ["b"], ["n", "m", "b", "b-check"]), modules),
    planCell(release, judged("a-check", ["a"], ["n", "a", "a-check"]), modules),
  ];
  assert.deepEqual(
    sharedGround(plans)?.cells.map(({ id }) => id),
    ["n", "m"],
  );
});

test("a cell between two exercises may mean something else above: each then has its own", () => {
  const release = notebookOf([
    code("n", "const n = 2"),
    code("a", "const twice = () => 0"),
    code("a-check", "twice() === 2 * n"),
    code("n-again", "const n = 5"),
    code("b", "const thrice = () => 0"),
    code("b-check", "thrice() === 3 * n"),
  ]);
  const plans = [
    planCell(release, judged("a-check", ["a"], ["n", "a", "a-check"]), modules),
    planCell(release, judged("b-check", ["b"], ["n-again", "b", "b-check"]), modules),
  ];
  assert.equal(sharedGround(plans), undefined);
});

const between = (...cells: readonly Cell[]) =>
  notebookOf([
    code("n", "const n = 2"),
    code("list", "const list = [n]"),
    code("a", "const twice = () => 0"),
    code("a-check", "twice() === list[0] * 2"),
    ...cells,
    code("b", "const thrice = () => 0"),
    code("b-check", "thrice() === 3 * m"),
  ]);

test("a cell between two exercises runs before both, where it changes nothing that can be seen above", () => {
  const shared = (release: Notebook, lower: readonly string[]): string[] | undefined =>
    sharedGround([
      planCell(release, judged("a-check", ["a"], ["n", "list", "a", "a-check"]), modules),
      planCell(release, judged("b-check", ["b"], ["n", "list", ...lower, "b", "b-check"]), modules),
    ])?.cells.map(({ id }) => id);
  assert.deepEqual(shared(between(code("m", "const m = n + 3")), ["m"]), ["n", "list", "m"]);
  assert.equal(shared(between(code("m", "const m = n + 3; list[0] = 7")), ["m"]), undefined);
  assert.equal(shared(between(code("m", "const m = 3; const n = 5")), ["m"]), undefined);
});

test("what one answer reaches and another exercise stands on is no common ground", () => {
  const release = notebookOf([
    code("n", "const n = 2"),
    code("a", "const twice = () => 0"),
    code("table", "const table = [twice()]"),
    code("b-check", "table[0] === 2 * n"),
  ]);
  const plan = planCell(release, judged("b-check", ["a"], ["n", "a", "table", "b-check"]), modules);
  assert.deepEqual(plan.reached, ["a", "table"]);
  assert.deepEqual(plan.names, ["twice", "table"]);
  assert.deepEqual(
    sharedGround([plan])?.cells.map(({ id }) => id),
    ["n"],
  );
});
