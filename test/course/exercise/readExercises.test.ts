/** Exercises from a notebook and its solutions, and what is wrong with them as data. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { readExercises } from "../../../course/exercise/readExercises.ts";
import type { Cell } from "../../../kernel/notebook/notebook.ts";
import { parsePercent } from "../../../kernel/notebook/parsePercent.ts";
import { code, notebookOf, prose } from "../../book/tools/cells.ts";

const prompt = (id: string, exercise = "refit"): Cell => prose(id, "Do it.", { role: "exercise", exercise });
const starter = (id: string, exercise = "refit"): Cell =>
  code(id, "let n = 0; // your code here", [], { role: "starter", exercise });
const check = (id: string, nbgrader?: unknown, exercise = "refit"): Cell => {
  const cell = code(id, "check(n)", [], { role: "check", exercise });
  return nbgrader === undefined ? cell : { ...cell, metadata: { ...cell.metadata, nbgrader } };
};
const graded = (points: unknown): unknown => ({ grade: true, points, grade_id: "refit" });

const whole: readonly Cell[] = [prompt("p"), starter("s"), check("c", graded(2))];
const solutions = `// %% solution refit
let n = 1;
// %% hidden refit: one
check(n === 1)
// %% hidden refit: small
check(n < 2)
// %% wrong refit: two -> one; visible
let n = 2;`;

const read = (cells: readonly Cell[], text: string) =>
  readExercises(notebookOf(...cells), parsePercent(text), { notebook: "n.ipynb", solutions: "n.ts" });

test("readExercises() puts an exercise together from both files", () => {
  const { exercises, faults } = read([code("before", "1"), ...whole, code("after", "2")], solutions);
  assert.deepEqual(faults, []);
  assert.deepEqual(
    exercises.map(({ prompt, starter, checks, solution, hidden, ...rest }) => ({
      ...rest,
      cells: [prompt.id, starter?.id, ...checks.map(({ id }) => id)],
      solution: solution?.source,
      hidden: hidden.map(({ title, source }) => `${title}: ${source}`),
    })),
    [
      {
        name: "refit",
        points: 2,
        wrong: [{ source: "let n = 2;", title: "two", rejectedBy: ["one", "visible"] }],
        cells: ["p", "s", "c"],
        solution: "let n = 1;",
        hidden: ["one: check(n === 1)", "small: check(n < 2)"],
      },
    ],
  );
});

test("readExercises() keeps the chapter's order, and adds up the points of several checks", () => {
  const further = [check("c2", graded(3)), check("c3", { grade: false }), prompt("q", "other")];
  const { exercises } = read(
    [...whole, ...further, starter("t", "other"), check("d", 0, "other")],
    solutions,
  );
  assert.deepEqual(
    exercises.map(({ name, points }) => [name, points]),
    [
      ["refit", 5],
      ["other", 0],
    ],
  );
});

const without = (id: string): Cell[] => whole.filter((cell) => cell.id !== id);
const inCells = (...cells: Cell[]): [Cell[], string] => [[...whole, ...cells], solutions];
const inSolutions = (text: string): [Cell[], string] => [[...whole], `${solutions}\n${text}`];

/** What is wrong, where it is told (a cell, or a file), and how. */
const cases: readonly [about: string, given: [Cell[], string], place: string, says: RegExp][] = [
  [
    "no starter",
    [without("s"), solutions],
    "p",
    /^exercise "refit" has no starter; give a code cell the role "starter"/,
  ],
  [
    "no check",
    [without("c"), solutions.replace("; visible", "")],
    "p",
    /^exercise "refit" has no check; give/,
  ],
  [
    "no solution",
    [[...whole], solutions.replace("solution refit", "hidden refit: zero")],
    "p",
    /^exercise "refit" has no solution; add "\/\/ %% solution refit" to n\.ts$/,
  ],
  [
    "two starters",
    inCells(starter("s2")),
    "s2",
    /^exercise "refit" has a starter, cell s, before this one; leave one$/,
  ],
  ["two prompts of a name", inCells(prompt("p2")), "p2", /^"refit" names two exercises; give this one/],
  [
    "a prompt without a name",
    inCells(prose("p2", "Do it.", { role: "exercise" })),
    "p2",
    /^an exercise cell needs an `exercise` name/,
  ],
  [
    "a starter of no exercise",
    inCells(starter("s2", "other")),
    "s2",
    /^this starter names exercise "other", which the chapter does not have; its exercises are refit$/,
  ],
  [
    "a check without a name",
    inCells(code("c2", "1", [], { role: "check" })),
    "c2",
    /^this check names exercise ""/,
  ],
  [
    "two solutions",
    inSolutions("// %% solution refit\n2"),
    "n.ts",
    /^line 9: exercise "refit" has a solution in line 1; leave one$/,
  ],
  [
    "a solution of no exercise",
    inSolutions("// %% solution other\n2"),
    "n.ts",
    /^line 9: "solution other" belongs to no exercise of n\.ipynb; its exercises are refit$/,
  ],
  [
    "a region of no kind",
    inSolutions("// %% hiden refit: more\n2"),
    "n.ts",
    /^line 9: a region must be one of solution, hidden, wrong, got "hiden"$/,
  ],
  [
    "two hidden tests of a title",
    inSolutions("// %% hidden refit: one\n2"),
    "n.ts",
    /^line 9: "one" is another test's title/,
  ],
  [
    "a hidden test without a title",
    inSolutions("// %% hidden refit\n2"),
    "n.ts",
    /^line 9: a hidden test of "refit" needs a title/,
  ],
  [
    "a wrong answer that names no hidden test",
    inSolutions("// %% wrong refit: three -> tiny\n2"),
    "n.ts",
    /^line 9: the wrong answer "three" must name, behind ->, .*, got "tiny"$/,
  ],
  [
    "a wrong answer that nothing rejects",
    inSolutions("// %% wrong refit: three\n2"),
    "n.ts",
    /^line 9: the wrong answer "three" must name, .*, got ""$/,
  ],
  [
    "a graded check without points",
    inCells(check("c2", graded("two"))),
    "c2",
    /^a graded check needs its points, a number/,
  ],
  [
    "misshapen metadata",
    inCells(code("x", "1", [], { role: "chek" })),
    "x",
    /^role must be one of .*, got "chek"/,
  ],
];

for (const [about, [cells, text], place, says] of cases) {
  test(`readExercises() tells of ${about}, and of nothing else`, () => {
    const { faults, exercises } = read(cells, text);
    assert.equal(faults.length, 1, JSON.stringify(faults));
    const [{ file, cell, message }] = faults as [(typeof faults)[number]];
    assert.equal(cell ?? file, place);
    assert.equal(file, cell === undefined ? "n.ts" : "n.ipynb");
    assert.match(message, says);
    assert.equal(exercises[0]?.name, "refit", "the exercise is there all the same");
  });
}

test("a wrong answer may not lean on a visible check that is not there", () => {
  const { faults } = read(without("c"), solutions);
  assert.match(faults.map(({ message }) => message).join("\n"), /must name, .*, got "visible"/);
});

test("readExercises() tells all faults at once, not the first", () => {
  const { faults } = read([prompt("p"), starter("a", "b")], "// %% wrong c: d\n1");
  assert.deepEqual(faults.map(({ rule }) => rule).sort(), [
    "exercise-part",
    "exercise-part",
    "no-solution",
    "unknown-exercise",
    "unknown-exercise",
  ]);
});
