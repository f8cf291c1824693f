/** One course in both programs: what each releases, the other grades, to the same marks. */
import assert from "node:assert/strict";
import { cpSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { formatNotebook } from "../../kernel/notebook/formatNotebook.ts";
import type { Notebook } from "../../kernel/notebook/notebook.ts";
import { parseNotebook } from "../../kernel/notebook/parseNotebook.ts";
import { readNotebook } from "../../kernel/notebook/readNotebook.ts";
import { fingerprint } from "../cli/tools/fingerprint.ts";
import { folderWith } from "../cli/tools/folderWith.ts";
import { onceMore } from "../tools/onceMore.ts";
import { cell, lines } from "./source/tools.ts";
import { answered, genloss, linesOf, markOurs, markTheirs, put, scoresOf } from "./tools/gradedBoth.ts";
import { findNbgrader, type Nbgrader } from "./tools/nbgrader.ts";
import { nbgradersOwn, ownConfig } from "./tools/nbgradersOwn.ts";

const students = lines(
  "id,first_name,last_name,email",
  "right,Ada,Lovelace,ada@example.org",
  "starter,Bob,Builder,bob@example.org",
  "wrong,Cy,Clone,cy@example.org",
  "partly,Dee,Dorn,dee@example.org",
  "cheat,Eve,Eden,eve@example.org",
  "absent,Gus,Gray,gus@example.org",
  "",
);

const rightPayment = lines(
  "function payment(loan: number, yearlyRate: number, months: number): number {",
  "  const rate = yearlyRate / 12;",
  "  let owed = 0;",
  "  for (let month = 1; month <= months; month++) owed += (1 + rate) ** -month;",
  "  return loan / owed;",
  "}",
);
/** Only a hidden test rejects it. */
const wrongPayment = lines(
  "function payment(loan: number, yearlyRate: number, months: number): number {",
  "  return (loan * (1 + monthly(yearlyRate))) / months;",
  "}",
);
const rightTotal = "const total = (each: number, months: number): number => each * months;";

/** The assignment that a new course has, with a second exercise. */
function withTotal(sample: Notebook): Notebook {
  const more = [
    cell.answer(
      "total",
      lines(
        "function total(each: number, months: number): number {",
        "  // BEGIN SOLUTION",
        "  return each * months;",
        "  // END SOLUTION",
        "  return NaN;",
        "}",
      ),
    ),
    cell.tests(
      "total-tests",
      1.5,
      lines(
        "if (total(2, 1) !== 2) throw new Error('one month');",
        "// BEGIN HIDDEN TESTS",
        "// %% hidden: a year",
        "if (total(2, 12) !== 24) throw new Error('a year of two');",
        "// END HIDDEN TESTS",
      ),
    ),
  ];
  return { ...sample, cells: [...sample.cells, ...more] };
}

const due = "2026-01-30T23:59";
const dueTheirs = "--duedate=2026-01-30 23:59:00 UTC";

/** The assignment's deadline and a sandbox that every machine has. */
function settle(course: string, assignment: string): void {
  const path = join(course, "course.json");
  const settings = JSON.parse(readFileSync(path, "utf8"));
  const assignments = { [assignment]: { ...settings.assignments[assignment], due } };
  writeFileSync(path, JSON.stringify({ ...settings, sandbox: "D", assignments }));
}

/** What both programs have in their tables, which must be the same, times and names as well. */
function sameTables(ours: string, theirs: string): Record<string, number> {
  assert.deepEqual(linesOf(ours), linesOf(theirs));
  return scoresOf(ours);
}

async function ourCourseInNbgrader(nbgrader: Nbgrader): Promise<void> {
  const folder = folderWith({ "students.csv": students });
  genloss(folder, "init", "course", "--time-zone", "UTC");
  const course = join(folder, "course");
  const source = join(course, "source/loan/loan.ipynb");
  writeFileSync(source, formatNotebook(withTotal(parseNotebook(readFileSync(source, "utf8"), source))));
  settle(course, "loan");
  genloss(course, "release", "loan", "--bare");

  const released = readFileSync(join(course, "release/loan/loan.ipynb"), "utf8");
  const cheating = answered(released, { "payment-tests": "1 + 1;", "total-tests": "" });
  const handedIn = {
    right: answered(released, { payment: rightPayment, total: rightTotal, words: "More than half." }),
    starter: released,
    wrong: answered(released, { payment: wrongPayment, words: "Half." }),
    partly: answered(released, { payment: wrongPayment, total: rightTotal }),
    cheat: cheating.replace('"points":3', '"points":300'),
  };
  assert.notEqual(handedIn.cheat, cheating);
  for (const [i, [student, text]] of Object.entries(handedIn).entries()) {
    const path = join(folder, "in", student, student === "partly" ? "my loan (2).ipynb" : "loan.ipynb");
    put(path, text);
    const time = new Date(`2026-01-29T12:00:0${i}.250Z`);
    utimesSync(path, time, time);
  }
  genloss(course, "students", "import", "../students.csv");
  genloss(course, "collect", "../in", "--assignment", "loan", "--lay-out");
  genloss(course, "grade", "loan", "--slots", "2");
  const marks = [
    { student: "right", cell: "words", score: 2 },
    { student: "wrong", cell: "words", score: 0.5 },
  ];
  markOurs(course, "loan", marks);
  genloss(course, "export", "loan", "--to", "nbgrader", "-o", "ours");

  const before = fingerprint(join(course, "submitted"));
  const { stderr } = await nbgrader.run(course, [
    ["generate_assignment", "loan"],
    ["db", "student", "import", "../students.csv"],
    ["db", "assignment", "add", "loan", dueTheirs],
    ["autograde", "loan"],
    ...markTheirs("loan", marks),
    ["export"],
  ]);
  assert.doesNotMatch(stderr, /ERROR|Skipping|No submitted file|does not exist in the database/);
  assert.deepEqual(fingerprint(join(course, "submitted")), before, "what was laid out is not written to");
  const theirs = await readNotebook(join(course, "nbgrader-release/loan/loan.ipynb"));
  assert.deepEqual(theirs.cells, parseNotebook(released, "loan").cells);
  assert.deepEqual(sameTables(join(course, "ours/grades.csv"), join(course, "grades.csv")), {
    ...{ right: 6.5, starter: 0, wrong: 0.5, partly: 1.5, cheat: 0, absent: 0 },
  });
}

async function nbgradersCourseHere(nbgrader: Nbgrader): Promise<void> {
  const folder = folderWith({
    "students.csv": students,
    "theirs/nbgrader_config.py": ownConfig,
    "theirs/source/hw/hw.ipynb": nbgradersOwn(),
  });
  const [theirs, course] = [join(folder, "theirs"), join(folder, "ours")];
  await nbgrader.run(theirs, [["generate_assignment", "hw"]]);
  const released = readFileSync(join(theirs, "release/hw/hw.ipynb"), "utf8");
  assert.match(released, /nothing here yet/);
  const area = "const area = (a: number, b: number): number => times(a, b);";
  const around = "const around = (a: number, b: number): number => a + b + a + b;";
  const handedIn = {
    right: answered(released, {
      area: `${area.slice(0, -"times(a, b);".length)}Math.abs(a * b);`,
      ...{ around, drawing: 'console.log("[]");', why: "No sign." },
    }),
    starter: released,
    wrong: answered(released, { area, drawing: "// no idea" }),
    partly: answered(released, { area, around }),
  };
  for (const [i, [student, text]] of Object.entries(handedIn).entries()) {
    put(join(theirs, "submitted", student, "hw/hw.ipynb"), text);
    put(join(theirs, "submitted", student, "hw/timestamp.txt"), `2026-01-29 12:00:0${i}.250000 UTC`);
  }
  const marks = [
    { student: "right", cell: "drawing", score: 2 },
    { student: "right", cell: "why", score: 0.5 },
    // Nobody but the first drew; what nbgrader handed out here is not our stub, so that a person gives the 0.
    ...["starter", "wrong", "partly"].map((student) => ({ student, cell: "drawing", score: 0 })),
    ...Object.keys(handedIn).map((student) => ({ student, cell: "sketch", score: 1 })),
  ];
  await nbgrader.run(theirs, [
    ["db", "student", "import", "../students.csv"],
    ["db", "assignment", "add", "hw", dueTheirs],
    ["autograde", "hw"],
    ...markTheirs("hw", marks),
    ["export"],
  ]);

  genloss(folder, "init", "ours", "--time-zone", "UTC");
  cpSync(join(theirs, "source/hw"), join(course, "source/hw"), { recursive: true });
  settle(course, "hw");
  genloss(course, "release", "hw", "--bare");
  genloss(course, "students", "import", "../students.csv");
  genloss(course, "collect", "../theirs/submitted", "--assignment", "hw");
  genloss(course, "grade", "hw", "--slots", "2");
  markOurs(course, "hw", marks);
  genloss(course, "export", "hw", "--to", "nbgrader", "-o", "exported");
  assert.deepEqual(sameTables(join(course, "exported/grades.csv"), join(theirs, "grades.csv")), {
    ...{ right: 7, starter: 1, wrong: 1, partly: 2.5, cheat: 0, absent: 0 },
  });
}

const nbgrader = await findNbgrader();
describe("nbgrader and the course kit", { skip: "reason" in nbgrader && nbgrader.reason }, () => {
  if ("reason" in nbgrader) return;
  test("nbgrader grades our release, handed in and laid out, to our marks", (t) =>
    onceMore(t, () => ourCourseInNbgrader(nbgrader)));
  test("we grade nbgrader's release, handed in as its students do, to its marks", (t) =>
    onceMore(t, () => nbgradersCourseHere(nbgrader)));
});
