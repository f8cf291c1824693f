import assert from "node:assert/strict";
import { test } from "node:test";
import { nbgraderCsv } from "../../../course/export/nbgraderCsv.ts";
import { spreadsheetText } from "../../../course/export/spreadsheetText.ts";
import { pythonCsv } from "./tools/pythonCsv.ts";
import { courseOf, sample, students, work } from "./tools/sampleCourse.ts";

const columns =
  "assignment,duedate,timestamp,student_id,last_name,first_name,email,raw_score,late_submission_penalty,score,max_score";

test("nbgrader's table: its columns, times in UTC, floats as Python writes them; commas, quotes and line breaks come back", (t) => {
  const text = nbgraderCsv(sample).files.get("grades.csv") ?? "";
  assert.ok(text.startsWith(`${columns}\r\n`));
  assert.doesNotMatch(text.replaceAll("\r\n", "").replace("Siân\nMaria", ""), /[\r\n]/);
  const rows = pythonCsv(t, text);
  if (!rows) return;
  const [, ...found] = rows;
  const start = ["hw1", "2026-10-01 21:59:00"];
  const mail = (id: string): string => `${id}@Example.org`;
  assert.deepEqual(found, [
    [
      ...start,
      "2026-10-01 18:15:00",
      "ada",
      "Lovelace, Countess",
      "Ada",
      mail("ada"),
      "6.0",
      "0.0",
      "6.0",
      "6.0",
    ],
    [
      ...start,
      "2026-10-01 18:15:00",
      "jürgen",
      'Groß "Jojo"',
      "Jürgen",
      mail("jürgen"),
      "4.0",
      "0.0",
      "4.0",
      "6.0",
    ],
    [
      ...start,
      "2026-10-01 18:15:00",
      "eve_smith",
      "'+Smith",
      "'=HYPERLINK(1)",
      mail("eve_smith"),
      "1.0",
      "0.0",
      "1.0",
      "6.0",
    ],
    [...start, "2026-10-01 18:15:00", "o'hara", "'@O’Hara", "Siân\nMaria", mail("o'hara"), "", "", "", "6.0"],
    [
      ...start,
      "2026-10-03 18:15:00",
      "late.one",
      "−Çelik",
      "Zoë",
      mail("late.one"),
      "6.0",
      "1.2",
      "4.8",
      "6.0",
    ],
    [...start, "", "absent", "Nobody", "", mail("absent"), "0.0", "0.0", "0.0", "6.0"],
  ]);
});

test("nbgrader's table: pending marks and names like formulas are told, without a name in the words", () => {
  const { notes } = nbgraderCsv(sample);
  assert.deepEqual(
    notes.map(({ whom }) => whom),
    [["o'hara"], ["eve_smith", "o'hara"]],
  );
  for (const { words } of notes) assert.doesNotMatch(words, /hara|eve|smith/i);
});

test("nbgrader's table: without a deadline its cell is empty; a student without a mark has no numbers", (t) => {
  const course = courseOf([work(1, "ada", ["pass", "pass", "reviewed"])], students.slice(0, 2));
  const rows = pythonCsv(t, nbgraderCsv({ ...course, due: {} }).files.get("grades.csv") ?? "");
  if (!rows) return;
  assert.equal(rows[1]?.[1], "");
  assert.deepEqual(rows[2]?.slice(7), ["", "", "", "6.0"]);
});

for (const [text, shown] of [
  ["=1+1", "'=1+1"],
  ["+49", "'+49"],
  ["-2", "'-2"],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["\tx", "'\tx"],
  ["\rx", "'\rx"],
  ["  =1", "'  =1"],
  ["＝1", "'＝1"],
  ["Ada", "Ada"],
  ["O'Hara", "O'Hara"],
  ["", ""],
  ["Anne-Marie", "Anne-Marie"],
] as const)
  test(`a spreadsheet shows ${JSON.stringify(text)} and computes nothing`, () => {
    assert.equal(spreadsheetText(text), shown);
  });
