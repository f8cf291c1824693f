import assert from "node:assert/strict";
import { test } from "node:test";
import { linesLeft } from "../../../course/export/linesLeft.ts";
import { ownCode, ownNumbers } from "../../../course/export/ownCode.ts";
import { plagiarism } from "../../../course/export/plagiarism.ts";
import { handedIn, manifest, starter } from "./tools/assignment.ts";
import { pythonCsv } from "./tools/pythonCsv.ts";
import { courseOf, sample, students, work } from "./tools/sampleCourse.ts";

const answer = (name: string, number: number): string => `function refit(values: number[]): number {
  let ${name} = ${number};
  for (const value of values) {
    ${name} += value;
  }
  return ${name};
}`;

const ours: Readonly<Record<string, Uint8Array>> = {
  "sha-1": handedIn(answer("sum", 48_231), 48_231),
  "sha-2": handedIn(answer("sum", 90_017), 90_017),
  "sha-3": handedIn(starter),
  "sha-4": Buffer.from("no notebook"),
  "sha-5": handedIn(answer("total", 7)),
};

const made = plagiarism(sample, manifest, (sha256) => ours[sha256]!);

test("Dolos gets the code of answers alone: nothing that was handed out, no words, no tests", () => {
  assert.equal(
    made.files.get("ada.ts"),
    "  let sum = 0;\n  for (const value of values) {\n    sum += value;\n  }\n  return sum;\n",
  );
  for (const text of made.files.values())
    assert.doesNotMatch(text, /not yet|your code|function refit|check\(|own words/);
});

test("Dolos: two who share code, but not their numbers, have the same file", () => {
  assert.equal(made.files.get("jürgen.ts"), made.files.get("ada.ts"));
  assert.match(made.files.get("late.one.ts") ?? "", /let total = 7;/); // a number of nobody's own stays
});

test("Dolos's info.csv has the columns that Dolos reads, and a row for each file", (t) => {
  const rows = pythonCsv(t, made.files.get("info.csv") ?? "");
  if (!rows) return;
  assert.deepEqual(rows, [
    ["filename", "full_name", "created_at", "label"],
    ["ada.ts", "Ada Lovelace, Countess", "2026-10-01T20:15:00+02:00", "in time"],
    ["jürgen.ts", 'Jürgen Groß "Jojo"', "2026-10-01T20:15:00+02:00", "in time"],
    ["late.one.ts", "Zoë −Çelik", "2026-10-03T20:15:00+02:00", "late"],
  ]);
  assert.deepEqual([...made.files.keys()].sort(), ["ada.ts", "info.csv", "jürgen.ts", "late.one.ts"]);
  for (const [, , time = ""] of rows.slice(1)) assert.ok(Number.isFinite(new Date(time).getTime()));
});

test("Dolos: who handed in no code, or a file that cannot be read, is told", () => {
  assert.deepEqual(
    made.notes.map(({ whom }) => whom),
    [undefined, ["o'hara"], ["eve_smith", "o'hara"]],
  );
});

test("Dolos's info.csv: a name like a formula is shown by a spreadsheet, not computed", (t) => {
  const course = courseOf([work(3, "eve_smith", ["fail", "fail", "reviewed"])], students.slice(2, 3));
  const info = plagiarism(course, manifest, () => ours["sha-1"]!).files.get("info.csv") ?? "";
  const rows = pythonCsv(t, info);
  assert.equal(rows?.[1]?.[1], rows && "'=HYPERLINK(1) +Smith");
});

test("Dolos: an answer in a notebook whose metadata are gone is found all the same", () => {
  const file = JSON.parse(Buffer.from(handedIn(answer("sum", 1))).toString());
  for (const cell of file.cells) cell.metadata = {};
  const course = courseOf([work(1, "ada", ["pass", "pass", "reviewed"])], students.slice(0, 1));
  const { files } = plagiarism(course, manifest, () => Buffer.from(JSON.stringify(file)));
  assert.match(files.get("ada.ts") ?? "", /^ {2}let sum = 1;/);
});

for (const [before, after, left] of [
  [
    ["a", "}"],
    ["a", "b", "}", "}"],
    ["b", "}"],
  ],
  [["a"], [], []],
  [[], ["a"], ["a"]],
  [["a", "b", "c"], ["c", "a", "c"], ["c"]],
  [["a"], ["a", "a"], ["a"]],
] as const)
  test(`of ${after.join(" ")} less ${before.join(" ")} is left: ${left.join(" ")}`, () => {
    assert.equal(linesLeft(before, after).length, left.length);
    assert.deepEqual([...linesLeft(before, after)].sort(), [...left].sort());
  });

test("one's own numbers are those on lines for variants, if they are long enough to be nobody else's", () => {
  const numbers = ownNumbers([
    "const seed = 48_231; // variant",
    "const n = 2; // variant\nconst other = 999;",
    "1.618 // variant 777",
  ]);
  assert.deepEqual([...numbers], ["48_231", "1.618"]);
  assert.equal(ownCode("", "use(48_231, 148_231, x48_231, 2)", numbers), "use(0, 148_231, x48_231, 2)");
});

test("a line for a variant goes with the code that was handed out, whatever its number", () => {
  assert.equal(
    ownCode("const seed = 1; // variant", "const seed = 77123; // variant\nmine();", new Set()),
    "mine();",
  );
});
