import assert from "node:assert/strict";
import { test } from "node:test";
import { parseNotebook } from "../../../kernel/notebook/parseNotebook.ts";
import { Refusal } from "../../../kernel/refusal.ts";

const code = (more: object = {}): object => ({
  cell_type: "code",
  source: "",
  metadata: {},
  outputs: [],
  ...more,
});
const file = (cells: unknown, more: object = {}): string =>
  JSON.stringify({ nbformat: 4, metadata: {}, cells, ...more });

test("parseNotebook() joins lines and names cells that have no id", () => {
  const { cells } = parseNotebook(file([code({ source: ["a\n", "b"] }), code({ id: "cell-1" })]), "x");
  assert.deepEqual(
    cells.map(({ id, source }) => [id, source]),
    [
      ["cell-1-", "a\nb"],
      ["cell-1", ""],
    ],
  );
});

test("parseNotebook() reads past a byte order mark", () => {
  assert.equal(parseNotebook(`\uFEFF${file([code()])}`, "x").cells.length, 1);
});

const refused = [
  { text: "", why: /Cannot read x: the file is empty/ },
  { text: "not json", why: /it must be JSON/ },
  { text: "[1]", why: /must hold a JSON object, got \[1\]/ },
  { text: "{}", why: /no notebook: `nbformat` and `cells` are missing/ },
  { text: file([], { nbformat: 3 }), why: /nbformat must be 4, got 3; convert it with: jupyter nbconvert/ },
  { text: file([], { nbformat: 5 }), why: /nbformat must be 4, got 5$/ },
  { text: file({}), why: /`cells` must be a list/ },
  { text: file([]), why: /at least one cell/ },
  { text: file([1]), why: /cell 1 must be an object, got 1/ },
  {
    text: file([code({ id: "a" }), code({ id: "a" })]),
    why: /cell 2 must have an id of its own, got "a" again/,
  },
  { text: file([code({ source: 5 })]), why: /cell 1 \("cell-1"\): `source` must be text/ },
  {
    text: file([{ cell_type: "slide", source: "" }]),
    why: /`cell_type` must be code, markdown or raw, got "slide"/,
  },
  { text: file([code({ outputs: [{ output_type: "pyout" }] })]), why: /`output_type` "pyout" is not known/ },
  { text: file([code()], { metadata: [] }), why: /`metadata` must be an object/ },
];
for (const { text, why } of refused) {
  test(`parseNotebook() refuses ${text.slice(0, 60) || "an empty file"}`, () => {
    assert.throws(
      () => parseNotebook(text, "x"),
      (error) => error instanceof Refusal && error.exitCode === 2 && why.test(error.message),
    );
  });
}
