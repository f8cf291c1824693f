/** What is read of a source notebook: graded cells, their tests, the answers, and what is wrong. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeTests } from "../../../course/source/judgeTests.ts";
import { readSource } from "../../../course/source/readSource.ts";
import { inWords } from "../../../course/source/sourceFault.ts";
import type { Cell, Notebook } from "../../../kernel/notebook/notebook.ts";
import { cell, lines, nbgrader, sample, sampleWrong, with_ } from "./tools.ts";

const read = (notebook: Notebook = sample(), wrong = sampleWrong) =>
  readSource(notebook, { name: "hw", wrong, folder: "source/hw" });

test("graded cells with their kind, title, points, answers and slice", () => {
  const { manifest, faults } = read();
  assert.deepEqual(faults, []);
  assert.deepEqual(
    manifest.cells.map(({ gradeId, kind, place, title, points, answers, standsOn }) => [
      ...[gradeId, kind, place, title, points, answers, standsOn],
    ]),
    [
      ["entropy-test", "tests", 0, "A sure event", 2.5, ["entropy"], ["setup", "entropy", "entropy-test"]],
      ["essay", "answer", 1, "Why?", 3, ["essay"], ["essay"]],
      ["sketch", "task", 2, "Why?", 1e-5, ["sketch"], ["sketch"]],
    ],
  );
  assert.deepEqual(
    manifest.cells.map(({ markScheme }) => markScheme),
    ["", "Because a sure event tells nothing.", "one for the maximum"],
  );
});

test("each hidden test has its title and hint; what stands before the first belongs to it", () => {
  assert.deepEqual(read().manifest.cells[0]?.tests, [
    {
      title: "visible checks",
      hidden: false,
      source: 'if (entropy([0.5, 0.5]) !== 1) throw new Error("a coin tells one bit");',
    },
    {
      title: "four sides",
      hint: "add the shares of all sides",
      hidden: true,
      source:
        'const fair = [0.25, 0.25, 0.25, 0.25];\nif (entropy(fair) !== 2) throw new Error("four sides tell two bits");',
    },
    {
      title: "a sure event",
      hidden: true,
      source: 'if (entropy([1, 0]) !== 0) throw new Error("0 times infinity");',
    },
  ]);
});

test("a region without titles is one test, and marks count wherever they stand in a line", () => {
  const source = lines(
    "f();",
    "/* BEGIN HIDDEN TESTS */ f(1)",
    "f(2);",
    "#### END HIDDEN TESTS",
    "// that is all",
  );
  assert.deepEqual(
    judgeTests(source).tests.map(({ title, source }) => [title, source]),
    [
      ["visible checks", "f();\n// that is all"],
      ["hidden tests", "f(2);"],
    ],
  );
  assert.deepEqual(
    judgeTests("// only remarks\n// BEGIN HIDDEN TESTS\nf(2);\n// END HIDDEN TESTS").tests.map(
      ({ title }) => title,
    ),
    ["hidden tests"],
  );
});

test("solutions and wrong answers are cells as a student would hand them in", () => {
  const { solutions, wrong } = read();
  assert.equal(solutions.get("entropy")?.includes("BEGIN SOLUTION"), false);
  assert.match(solutions.get("entropy") ?? "", /weighted\.reduce/);
  assert.deepEqual(
    wrong.map(({ title, answer, judgedBy, rejectedBy }) => [title, answer, judgedBy, rejectedBy]),
    [
      ["a sure event gives NaN", "entropy", ["entropy-test"], ["a sure event"]],
      ["in nats", "entropy", ["entropy-test"], ["four sides", "visible checks"]],
    ],
  );
});

test("what a wrong answer alone needs is in the slice", () => {
  const wrong = "// %% wrong entropy: a constant -> visible\nconst entropy = () => bystander;";
  assert.deepEqual(read(sample(), wrong).manifest.cells[0]?.standsOn, [
    "setup",
    "far",
    "entropy",
    "entropy-test",
  ]);
});

test("the version of the tests changes with tests, points, hints and given cells, and with nothing else", () => {
  const shaOf = (change: (source: string, id: string) => string, points = 2.5) => {
    const { cells, ...rest } = sample();
    const changed = cells.map((each): Cell => {
      const one = { ...each, source: change(each.source, each.id) };
      return each.id === "entropy-test"
        ? with_(one, nbgrader(each.id, { grade: true, locked: true, points }))
        : one;
    });
    return read({ ...rest, cells: changed }).manifest.cells[0]?.testsSha;
  };
  const before = shaOf((source) => source);
  const replacing = (from: string, to: string) => shaOf((source) => source.replace(from, to));
  for (const same of [
    replacing("weighted", "parts"),
    replacing("tells nothing", "is dull"),
    replacing("12345", "2"),
  ])
    assert.equal(same, before);
  for (const other of [
    replacing("entropy(fair) !== 2", "entropy(fair) !== 2.0"),
    replacing("a coin tells", "it tells"),
    replacing("Math.log2(x)", "Math.log2(+x)"),
    replacing("four sides\n", "4 sides\n"),
    replacing("add the shares", "sum the shares"),
    shaOf((source) => source, 3),
  ])
    assert.notEqual(other, before);
});

const wrongly = (change: (cells: readonly Cell[]) => readonly Cell[]): Notebook => {
  const { cells, ...rest } = sample();
  return { ...rest, cells: change(cells) };
};
const changing = (id: string, change: (given: Cell) => Cell): Notebook =>
  wrongly((cells) => cells.map((each) => (each.id === id ? change(each) : each)));
const saying = (id: string, metadata: object): Notebook =>
  changing(id, (each) => with_(each, { nbgrader: { ...(each.metadata.nbgrader as object), ...metadata } }));
const reading = (id: string, from: string, to: string): Notebook =>
  changing(id, (each) => ({ ...each, source: each.source.replace(from, to) }));

for (const [about, notebook, wrong, says] of [
  [
    "an older schema",
    saying("entropy", { schema_version: 2 }),
    "",
    "source/hw/hw.ipynb, cell entropy: schema_version must be 3, got 2",
  ],
  ["a key of one's own", saying("entropy", { seed: 1 }), "", "cell entropy: nbgrader metadata may hold"],
  [
    "a flag in words",
    saying("entropy", { grade: "no" }),
    "",
    'cell entropy: grade must be true or false, got "no"',
  ],
  ["no name", saying("entropy", { grade_id: "" }), "", "cell entropy: grade_id must be letters"],
  [
    "a name twice",
    saying("essay", { grade_id: "entropy" }),
    "",
    'cell essay: its grade_id "entropy" is that of cell entropy',
  ],
  ["no points", saying("essay", { points: undefined }), "", "cell essay: points must be a number from 0 on"],
  [
    "negative points",
    saying("essay", { points: -1 }),
    "",
    "cell essay: points must be a number from 0 on, got -1",
  ],
  [
    "a task that is not locked",
    saying("sketch", { locked: false }),
    "",
    "cell sketch: a task must be locked",
  ],
  [
    "an essay that gives no points",
    saying("essay", { grade: false }),
    "",
    "cell essay: an answer in words must have grade and solution both true",
  ],
  [
    "a region without an end",
    reading("entropy", "// END SOLUTION", ""),
    "",
    "cell entropy: BEGIN SOLUTION has no END SOLUTION after it",
  ],
  [
    "an end without a region",
    reading("entropy", "// BEGIN SOLUTION", ""),
    "",
    "cell entropy: END SOLUTION has no BEGIN SOLUTION before it",
  ],
  [
    "regions in each other",
    reading("entropy", "const weighted", "// BEGIN SOLUTION\nconst weighted"),
    "",
    "cell entropy: BEGIN SOLUTION stands in a region",
  ],
  [
    "a solution in another cell",
    reading("setup", "let unused = 1;", "// BEGIN SOLUTION\n// END SOLUTION"),
    "",
    "cell setup: a region SOLUTION must stand in a cell for answers",
  ],
  [
    "hidden tests in an answer",
    reading("entropy", "return NaN;", "// BEGIN HIDDEN TESTS\n// END HIDDEN TESTS"),
    "",
    "cell entropy: a region HIDDEN TESTS must stand in a cell of tests",
  ],
  [
    "a mark scheme in an essay",
    reading("essay", "Because", "BEGIN MARK SCHEME\nEND MARK SCHEME"),
    "",
    "cell essay: a region MARK SCHEME must stand in a task",
  ],
  [
    "a picture in a mark scheme",
    reading("sketch", "one for", "![it](attachment:it.png) one for"),
    "",
    "cell sketch: a picture pasted into a mark scheme",
  ],
  [
    "a title twice",
    reading("entropy-test", "hidden: four sides", "hidden: a sure event"),
    "",
    'cell entropy-test: "a sure event" is another test\'s title',
  ],
  [
    "a title that is taken",
    reading("entropy-test", "hidden: four sides", "hidden: visible"),
    "",
    'cell entropy-test: "visible" is another test\'s title',
  ],
  [
    "a test without a title",
    reading("entropy-test", "hidden: four sides", "hidden"),
    "",
    'cell entropy-test: a hidden test must begin with "// %% hidden: TITLE"',
  ],
  [
    "a test without code",
    reading("entropy-test", 'if (entropy([1, 0]) !== 0) throw new Error("0 times infinity");', "// later"),
    "",
    'cell entropy-test: the hidden test "a sure event" holds no code',
  ],
  [
    "tests of nothing",
    changing("entropy-test", (each) => ({ ...each, source: "log2(1);" })),
    "",
    "cell entropy-test: its tests use no name of an answer before it",
  ],
  [
    "no tests",
    changing("entropy-test", (each) => ({ ...each, source: "// none yet" })),
    "",
    "cell entropy-test: a graded cell must hold a test",
  ],
  [
    "a cell that does not compile",
    reading("setup", "let unused = 1;", "let = ;;("),
    "",
    "cell entropy-test: what it stands on cannot be found: ",
  ],
  [
    "a wrong answer to nothing",
    sample(),
    "// %% wrong other: no -> visible\n1",
    'source/hw/hw.wrong.ts: line 1: GRADE_ID must be that of an answer in code, one of entropy, got "other"',
  ],
  [
    "a wrong answer rejected by nothing",
    sample(),
    "// %% wrong entropy: no -> five sides\n1",
    'line 1: "five sides" must be the title of a test of entropy: visible checks; four sides; a sure event',
  ],
  [
    "a wrong answer that says nothing",
    sample(),
    "// %% wrong entropy\n1",
    "line 1: a wrong answer must say what is wrong",
  ],
  [
    "an empty wrong answer",
    sample(),
    "// %% wrong entropy: no -> visible",
    "line 1: a wrong answer must hold the cell",
  ],
  [
    "a region of another kind",
    sample(),
    "// %% solution entropy: no\n1",
    'line 1: a region must begin with "// %% wrong GRADE_ID',
  ],
] as const)
  test(`${about} is told with its cell and what to do`, () => {
    const faults = read(notebook, wrong).faults.map(inWords);
    assert.ok(
      faults.some((words) => words.includes(says)),
      faults.join("\n"),
    );
  });

test("a wrong answer to an answer that others build on is judged by the tests of its own", () => {
  const notebook = sample(
    cell.answer("gain", "const gain = (p: number[]) => entropy(p) / 2; // your code here"),
    cell.tests("gain-test", 1, "if (gain([0.5, 0.5]) !== 0.5) throw new Error();"),
  );
  const { wrong, manifest, faults } = read(notebook);
  assert.deepEqual(faults, []);
  assert.deepEqual(manifest.cells.find(({ gradeId }) => gradeId === "gain-test")?.answers, [
    "entropy",
    "gain",
  ]);
  assert.deepEqual(
    wrong.map(({ judgedBy }) => judgedBy),
    [["entropy-test"], ["entropy-test"]],
  );
});
