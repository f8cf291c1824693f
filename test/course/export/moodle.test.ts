import assert from "node:assert/strict";
import { test } from "node:test";
import { moodle } from "../../../course/export/moodle.ts";
import { pythonCsv } from "./tools/pythonCsv.ts";
import { courseOf, sample, students, work } from "./tools/sampleCourse.ts";

test("Moodle's file: a row has identifier, grade and feedback, or is not there", (t) => {
  const rows = pythonCsv(t, moodle(sample).files.get("hw1.csv") ?? "");
  if (!rows) return;
  assert.deepEqual(rows[0], ["Email address", "Grade", "Feedback"]);
  assert.deepEqual(
    rows.slice(1).map(([who, grade]) => [who, grade]),
    [
      ["ada@Example.org", "6"], // capitals as the roster has them
      ["jürgen@Example.org", "4"],
      ["eve_smith@Example.org", "1"],
      ["late.one@Example.org", "4.8"],
      ["absent@Example.org", "0"],
    ],
  );
  assert.ok(rows.every((row) => row.length === 3 && row.every((cell) => cell !== "")));
  assert.equal(
    rows[4]?.[2],
    "4.8 of 6 points. Half-life: 2 of 2. Refit a <Gaussian> & sample: 3 of 3. What is lost?: 1 of 1. Late by 2 days: less 1.2.",
  );
  assert.equal(rows[5]?.[2], "Nothing was handed in.");
});

test("Moodle's file: what a person said stands with its exercise, on the row's one line", (t) => {
  const course = courseOf([work(1, "ada", ["fail", "pass", "reviewed"])]);
  const given = { student: "ada", assignment: "hw1", notebook: "photocopy", rubric: [], reason: "secret" };
  const manual = [
    {
      ...given,
      gradeId: "half-life",
      score: null,
      comment: '=Which base?\n"Two", or e?',
      answerSha: "",
      by: "me",
      at: "",
    },
    { ...given, gradeId: "essay", score: 1, comment: "Well said.", answerSha: "", by: "me", at: "" },
  ];
  const rows = pythonCsv(t, moodle({ ...course, manual }).files.get("hw1.csv") ?? "");
  if (!rows) return;
  assert.equal(rows.length, 2);
  assert.match(
    rows[1]?.[2] ?? "",
    /Half-life: 0 of 2 \(=Which base\? "Two", or e\?\)\. .*: 1 of 1 \(Well said\.\)\.$/,
  );
  assert.doesNotMatch(rows[1]?.[2] ?? "", /secret/);
});

test("Moodle's file: the traps of its import are told", () => {
  const { notes } = moodle(sample);
  const words = notes.map((note) => note.words).join("\n");
  for (const trap of [/map "Email address"/, /without its feedback/, /lock the activity/, /letter by letter/])
    assert.match(words, trap);
  assert.deepEqual(notes.at(-1)?.whom, ["o'hara"]);
  assert.match(notes.at(-1)?.words ?? "", /1 marks are not final/);
});

const full = (id: number, who: string) => work(id, who, ["pass", "pass", "reviewed"]);
const pair = students.slice(0, 2);

for (const [name, who, rows, told] of [
  [
    "the ID number where all have one",
    pair.map((each, at) => ({ ...each, lms: { "ID number": `00${at}` } })),
    ["ID number", "000", "001"],
    undefined,
  ],
  [
    "the address where one has no ID number",
    pair.map((each, at) => ({ ...each, lms: at === 0 ? { "ID number": "000" } : {} })),
    ["Email address", "ada@Example.org", "jürgen@Example.org"],
    undefined,
  ],
  [
    "no row for who has no address: an unknown user stops the import",
    pair.map((each, at) => ({ ...each, lms: {}, email: at === 0 ? "" : each.email })),
    ["Email address", "jürgen@Example.org"],
    /1 students have no "Email address"/,
  ],
  [
    "no row for two who share an address",
    pair.map((each) => ({ ...each, lms: {}, email: "both@example.org" })),
    ["Email address"],
    /2 students share their "Email address"/,
  ],
  [
    "an address like a formula as it is, and says so",
    pair.map((each, at) => ({ ...each, lms: {}, email: at === 0 ? "+1@example.org" : each.email })),
    ["Email address", "+1@example.org", "jürgen@Example.org"],
    /1 identifiers begin like a formula/,
  ],
] as const)
  test(`Moodle's file has ${name}`, (t) => {
    const made = moodle(courseOf([full(1, "ada"), full(2, "jürgen")], who));
    const read = pythonCsv(t, made.files.get("hw1.csv") ?? "");
    assert.deepEqual(
      read?.map(([first]) => first),
      read && [...rows],
    );
    if (told) assert.ok(made.notes.some(({ words }) => told.test(words)));
  });

test("Moodle's file: more than 100 points are told, since Moodle refuses them", () => {
  const { attempts, results, mark } = full(1, "ada");
  const made = moodle(courseOf([{ attempts, results, mark: { ...mark, points: 120 } }], pair));
  assert.ok(made.notes.some(({ words }) => /more than 100 points/.test(words)));
});
