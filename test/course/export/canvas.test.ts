import assert from "node:assert/strict";
import { test } from "node:test";
import { type CanvasOptions, canvas } from "../../../course/export/canvas.ts";
import type { Exported } from "../../../course/export/exported.ts";
import { pythonCsv } from "./tools/pythonCsv.ts";
import { courseOf, sample, students, work } from "./tools/sampleCourse.ts";

/** A gradebook as Canvas exports it: what is needed, a row of remarks, totals that cannot be imported. */
const rows: readonly (readonly string[])[] = [
  [
    "Student",
    "ID",
    "SIS User ID",
    "SIS Login ID",
    "Section",
    "Homework 1 (4711)",
    "Essay (4712)",
    "Final Score",
  ],
  ["", "", "", "", "", "Manual Posting", "", ""],
  ["    Points Possible", "", "", "", "", "6.00", "10.00", "(read only)"],
  ['"Lovelace, Ada"', "101", "007", "ada@example.org", '"S1, Paris"', "", "8.50", "85.00"],
  ['"Groß ""Jojo"", Jürgen"', "102", "0042", "jg", "S1", "3.00", "", ""],
  ['"=HYPERLINK(1)\nSmith"', "103", "", "eve_smith", "S1", "", "", ""],
  ["-O’Hara", "104", "", "o'hara", "S1", "2.00", "", ""],
  ["Çelik", "105", "", "", "S1", "EX", "", ""],
  ['"Student, Test"', "999", "", "", "S1", "", "", ""],
];

const file = (
  table: readonly (readonly string[])[] = rows,
  { delimiter = ",", end = "\n", mark = "" }: { delimiter?: string; end?: string; mark?: string } = {},
): string => mark + table.map((row) => row.join(delimiter) + end).join("");

const options = (template: string, more: Partial<CanvasOptions> = {}): CanvasOptions => ({
  template: new TextEncoder().encode(template),
  columns: {},
  newColumns: false,
  scale: false,
  ...more,
});

const textOf = ({ files }: Exported): string => files.get("canvas.csv") ?? "";

/** The table with cells of one column replaced, by row. */
const filled = (cells: Readonly<Record<number, string>>, column = 5, table = rows): string[][] =>
  table.map((row, at) => row.map((cell, place) => (place === column ? (cells[at] ?? cell) : cell)));

const marks = { 3: "6", 4: "4", 5: "1" };

for (const [name, form] of [
  ["as Canvas writes it", {}],
  ["with a byte order mark", { mark: "\uFEFF" }],
  ["with lines that end in CR LF", { end: "\r\n" }],
  ["with semicolons", { delimiter: ";" }],
  ["with semicolons, CR LF and a mark", { delimiter: ";", end: "\r\n", mark: "\uFEFF" }],
] as const)
  test(`Canvas's gradebook ${name}: marks are filled in, and every other byte stays`, () => {
    assert.equal(textOf(canvas(sample, options(file(rows, form)))), file(filled(marks), form));
  });

test("Canvas's gradebook, read by Python: names with commas, quotes, umlauts and line breaks are whole", (t) => {
  const read = pythonCsv(t, textOf(canvas(sample, options(file()))));
  if (!read) return;
  assert.equal(read[4]?.[0], 'Groß "Jojo", Jürgen');
  assert.equal(read[5]?.[0], "=HYPERLINK(1)\nSmith");
  assert.deepEqual(
    read.map((row) => row[5]),
    ["Homework 1 (4711)", "Manual Posting", "6.00", "6", "4", "1", "2.00", "EX", ""],
  );
});

test("Canvas's gradebook: who has no row, whose row is nobody's, what is not final or excused is told, by ids alone", () => {
  const { notes } = canvas(sample, options(file()));
  assert.deepEqual(
    notes.map(({ whom }) => whom),
    [["999"], ["absent"], ["o'hara"], ["late.one"]],
  );
  for (const { words } of notes) assert.doesNotMatch(words, /hara|Student, Test|absent/);
});

test("Canvas's gradebook with decimal commas gets decimal commas, and its points are read", () => {
  const comma = rows.map((row) => row.map((cell) => cell.replace(/^(\d+)\.(\d\d)$/, "$1,$2")));
  const course = courseOf([work(1, "ada", ["pass", "pass", "reviewed"], 2)]);
  const text = textOf(canvas(course, options(file(comma, { delimiter: ";" }))));
  assert.equal(text, file(filled({ 3: "4,8" }, 5, comma), { delimiter: ";" }));
});

test("Canvas's gradebook, edited by hand: mixed ends of lines are read, and a value stands in its row", () => {
  const mixed = file(rows, { end: "\r\n" }).replace("Manual Posting,,\r\n", "Manual Posting,,\n");
  assert.equal(textOf(canvas(sample, options(mixed))), file(filled(marks), { end: "\r\n" }));
});

const ada = (lms: Readonly<Record<string, string>>) =>
  courseOf([work(1, "ada", ["pass", "pass", "reviewed"])], [{ ...students[0]!, lms }]);

for (const [how, lms, row] of [
  ["ID", { ID: "102" }, 4],
  ["SIS User ID", { "SIS User ID": "0042" }, 4],
  ["SIS Login ID", { "SIS Login ID": "eve_smith" }, 5],
  ["nothing but an address that is a login", { "SIS User ID": "none" }, undefined],
  ["a number whose noughts differ", { "SIS User ID": "42", "SIS Login ID": "none" }, undefined],
  ["ID and SIS User ID of different rows", { ID: "101", "SIS User ID": "0042" }, undefined],
] as const)
  test(`Canvas's gradebook: a student is found by ${how}`, () => {
    assert.equal(
      textOf(canvas(ada(lms), options(file()))),
      file(filled(row === undefined ? {} : { [row]: "6" })),
    );
  });

test("Canvas's gradebook: two students of one row leave it as it is, and are told", () => {
  const course = courseOf(
    ["ada", "jürgen"].map((who, at) => work(at + 1, who, ["pass", "pass", "reviewed"])),
    students.slice(0, 2).map((student) => ({ ...student, lms: { ID: "101" } })),
  );
  const made = canvas(course, options(file()));
  assert.equal(textOf(made), file());
  assert.deepEqual(made.notes.at(-1)?.whom, ["ada", "jürgen"]);
});

test("Canvas's gradebook: a named column, and marks scaled to its points", () => {
  const made = canvas(sample, options(file(), { columns: { hw1: "Essay (4712)" }, scale: true }));
  assert.equal(textOf(made), file(filled({ 3: "10", 4: "6.67", 5: "1.67", 7: "8" }, 6)));
});

test("Canvas's gradebook: a new column stands at the end, with its points, only when asked for", () => {
  const without = rows.map((row) => row.filter((_, at) => at !== 5));
  const made = canvas(sample, options(file(without), { newColumns: true }));
  const cells = ["Homework 1", "", "6", "6", "4", "1", "", "4.8", ""];
  assert.equal(textOf(made), file(without.map((row, at) => [...row, cells[at] ?? ""])));
  assert.throws(() => canvas(sample, options(file(without))), {
    name: "Refusal",
    exitCode: 2,
    message:
      /must have a column for hw1, got Essay \(4712\)\n {2}Try {3}--column "hw1=Essay \(4712\)", or --new-columns/,
  });
});

const header = (change: (row: readonly string[]) => readonly string[]) => [
  change(rows[0] ?? []),
  ...rows.slice(1),
];

for (const [name, template, more, message] of [
  ["no gradebook", "a,b\n1,2\n", {}, /first row must begin with "Student" and "ID"/],
  ["nothing", "", {}, /first row must begin with "Student" and "ID"/],
  [
    "a row that is too short",
    file([...rows, ["Hopper", "106"]]),
    {},
    /each row must have 8 cells .* got 2 in row 10/,
  ],
  ["a quote that does not end", `${file()}"Hopper`, {}, /must be a CSV file|must begin/],
  [
    "other points",
    file(filled({ 2: "100.00" })),
    {},
    /must be worth 6 points as here, got 100\.00\n {2}Try {3}--scale/,
  ],
  [
    "a column that is read only",
    file(),
    { columns: { hw1: "Final Score" } },
    /must be one that Canvas imports/,
  ],
  ["a column of names", file(), { columns: { hw1: "Student" } }, /must be one that Canvas imports/],
  ["a column that is not there", file(), { columns: { hw1: "Homework 9" } }, /must have a column for hw1/],
  [
    "two columns of one name",
    file(header((row) => row.with(6, "hw1 (3)"))),
    {},
    /one column must be called hw1 or Homework 1, got Homework 1 \(4711\), hw1 \(3\)/,
  ],
] as const)
  test(`Canvas's gradebook: ${name} is refused, with what to do`, () => {
    assert.throws(() => canvas(sample, options(template, more)), { name: "Refusal", exitCode: 2, message });
  });

test("Canvas's gradebook: a file in Latin-1, as spreadsheets save it, is refused and not garbled", () => {
  const template = Buffer.from(file(), "latin1");
  assert.throws(() => canvas(sample, { ...options(""), template }), {
    exitCode: 2,
    message: /must be in UTF-8/,
  });
});

test("Canvas's gradebook: a new column whose title ends like an id is refused", () => {
  const course = {
    ...sample,
    settings: { ...sample.settings, assignments: { hw1: { title: "Sheet (2)" } } },
  };
  assert.throws(
    () =>
      canvas(course, options(file(rows.map((row) => row.filter((_, at) => at !== 5))), { newColumns: true })),
    {
      exitCode: 2,
      message: /must not end in a number in brackets/,
    },
  );
});
