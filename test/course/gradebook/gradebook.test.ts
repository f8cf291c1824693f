/** The gradebook keeps what it is told, for its owner alone, and takes no file that is not its own. */
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { Gradebook } from "../../../course/gradebook/gradebook.ts";
import { Refusal } from "../../../kernel/refusal.ts";
import { folderWith } from "../../cli/tools/folderWith.ts";
import { attempt, gradedCell, manualMark, result, student } from "../marks/records.ts";

const fresh = (): string => join(folderWith({}), "private", "gradebook.sqlite");
const source = fileURLToPath(new URL("../../../course/gradebook/gradebook.ts", import.meta.url));
const program = (body: string): string[] => [
  ...["--no-warnings", "--input-type=module", "-e"],
  `const { Gradebook } = await import(${JSON.stringify(source)}); ${body}`,
];
const { id: _, ...given } = attempt(1, "2026-11-28T12:00:00Z", { timeSource: "file" });

test("what is kept is given back, whole", () => {
  using gradebook = new Gradebook(fresh());
  const zoe = student("z", { firstName: "Zoë", lastName: "O'Brien, Jr.", email: "z@x", lms: { ID: "007" } });
  gradebook.saveStudents([student("b"), zoe, student("a")]);
  assert.deepEqual(gradebook.students(), [zoe, student("a"), student("b")]);
  gradebook.saveStudents([{ ...zoe, email: "new@x" }]);
  assert.equal(gradebook.students()[0]?.email, "new@x");
  const cells = [gradedCell("b", 2, { place: 0 }), gradedCell("a", 1.5, { place: 1, kind: "task" })];
  gradebook.saveGradedCells("hw1", cells);
  gradebook.saveGradedCells("hw2", [gradedCell("x", 1, { assignment: "hw2" })]);
  assert.deepEqual(gradebook.gradedCells("hw1"), cells);
  assert.deepEqual(gradebook.assignments(), ["hw1", "hw2"]);
  gradebook.saveGradedCells("hw2", []);
  assert.deepEqual(gradebook.assignments(), ["hw1"]);

  assert.equal(gradebook.addAttempt(given), 1);
  assert.equal(gradebook.addAttempt({ ...given, way: "zip" }), 1); // the receipt says that it is the same
  const second = { ...given, submittedAt: null, receipt: "other", files: [] };
  assert.equal(gradebook.addAttempt(second), 2);
  assert.deepEqual(gradebook.attempts("hw1"), [
    { id: 1, ...given },
    { id: 2, ...second },
  ]);
  assert.deepEqual(gradebook.attempts("hw2"), []);
  assert.deepEqual(gradebook.unreadAttempts("hw1"), [1, 2]);
  const files = [{ name: "x.zip", notebook: null, sha256: "s", bytes: 3, problem: "no zip" }];
  gradebook.saveFiles(2, files);
  assert.deepEqual(gradebook.attempts()[1]?.files, files);
  assert.deepEqual(gradebook.unreadAttempts("hw1"), [1]);
  gradebook.saveSubmittedAt(2, "2026-11-29T00:00:00Z", "map", "now");
  assert.deepEqual(
    [gradebook.attempts()[1]?.submittedAt, gradebook.attempts()[1]?.timeSource],
    ["2026-11-29T00:00:00Z", "map"],
  );

  const judged = result("a", "f1", 1.5, {
    tests: [{ title: "t", hidden: true, status: "pass", ms: 1 }],
    repairs: ["r"],
  });
  assert.equal(gradebook.hasResult(judged), false);
  gradebook.saveResult(judged);
  assert.equal(gradebook.hasResult(judged), true);
  assert.equal(gradebook.hasResult({ ...judged, variant: "v" }), false);
  gradebook.saveResult({ ...judged, status: "infra-error" });
  assert.equal(gradebook.hasResult(judged), false, "a fault of ours is made again");
  gradebook.saveResult(judged);
  assert.deepEqual(gradebook.results("hw1"), [judged]);
  const mark = manualMark("a", 0.5, { comment: "c", rubric: ["r1", "r2"] });
  gradebook.saveManualMark(manualMark("a", 1));
  gradebook.saveManualMark(mark);
  assert.deepEqual(gradebook.manualMarks("hw1"), [mark]);
  assert.throws(() => gradebook.saveManualMark(manualMark("a", Number.NaN)), RangeError);
  assert.throws(() => gradebook.saveResult({ ...judged, score: Number.NaN }));
  assert.deepEqual([gradebook.manualMarks("hw1"), gradebook.results("hw1")], [[mark], [judged]]);
  const item = { id: "r1", assignment: "hw1", notebook: "one", gradeId: "a", text: "sign", points: -1 };
  gradebook.saveRubricItem(item);
  gradebook.saveRubricItem({ ...item, points: -2 });
  assert.deepEqual(gradebook.rubric("hw1"), [{ ...item, points: -2 }]);
  const lost = {
    ...{ receipt: "u", who: "w", assignment: null, submittedAt: null, receivedAt: "now", way: "moodle" },
    ...{ reason: "r", place: { name: "x" }, files },
  };
  gradebook.saveUnmatched(lost);
  gradebook.saveUnmatched({ ...lost, reason: "another" });
  assert.deepEqual(gradebook.unmatched(), [{ ...lost, reason: "another" }]);
  gradebook.removeUnmatched("u", "now");
  assert.deepEqual(gradebook.unmatched(), []);
  assert.equal(gradebook.firstBrokenEntry(), undefined);
});

test("the file and those that SQLite puts beside it are their owner's alone, whatever the mask", () => {
  const before = process.umask(0);
  try {
    const path = fresh();
    using gradebook = new Gradebook(path);
    gradebook.addAttempt(given);
    for (const end of ["", "-wal", "-shm"]) assert.equal(statSync(path + end).mode & 0o777, 0o600, end);
    assert.equal(statSync(join(path, "..")).mode & 0o777, 0o700);
  } finally {
    process.umask(before);
  }
});

const foreign: readonly [name: string, make: (path: string) => void, words: RegExp][] = [
  ["of a newer version", (path) => inFile(path, "PRAGMA user_version = 3"), /its version is 3, not 2/],
  ["of an older version", (path) => inFile(path, "PRAGMA user_version = -1"), /its version is -1, not 2/],
  ["of another program", (path) => inFile(path, "CREATE TABLE theirs (x)"), /another program/],
  ["that is no database", (path) => writeFileSync(path, "hello ".repeat(100)), /not a database/],
];
function inFile(path: string, sql: string): void {
  const database = new DatabaseSync(path);
  database.exec(sql);
  database.close();
}
/** What the first version had of marks: each with a score. */
const firstMarks = `CREATE TABLE manual_marks (
  student TEXT NOT NULL, assignment TEXT NOT NULL, notebook TEXT NOT NULL, grade_id TEXT NOT NULL, score REAL NOT NULL,
  comment TEXT NOT NULL, rubric TEXT NOT NULL, reason TEXT NOT NULL, answer_sha TEXT NOT NULL, by TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (student, assignment, notebook, grade_id)
) STRICT`;

test("a gradebook of the first version keeps its marks, and takes comments without points", () => {
  const path = fresh();
  const old = manualMark("a", 0.5, { comment: "c", rubric: ["r1"] });
  {
    using gradebook = new Gradebook(path);
    gradebook.saveManualMark(old);
  }
  const { student, assignment, notebook, gradeId, score, comment, reason, answerSha, by, at } = old;
  const database = new DatabaseSync(path);
  database.exec(`DROP TABLE manual_marks; ${firstMarks}; PRAGMA user_version = 1`);
  database
    .prepare("INSERT INTO manual_marks VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    .run(student, assignment, notebook, gradeId, score, comment, '["r1"]', reason, answerSha, by, at);
  database.close();
  using gradebook = new Gradebook(path);
  assert.deepEqual(gradebook.manualMarks("hw1"), [old]);
  const alone = manualMark("b", 0, { comment: "beside the tests' mark" });
  gradebook.saveManualMark({ ...alone, score: null });
  assert.deepEqual(gradebook.manualMarks("hw1"), [old, { ...alone, score: null }]);
  assert.equal(gradebook.firstBrokenEntry(), undefined);
});

for (const [name, make, words] of foreign)
  test(`a file ${name} is refused and stays as it is`, () => {
    const path = join(folderWith({}), "file.sqlite");
    make(path);
    const before = readFileSync(path);
    assert.throws(
      () => new Gradebook(path),
      (error) => error instanceof Refusal && error.exitCode === 2 && words.test(error.message),
    );
    assert.deepEqual(readFileSync(path), before);
  });

test("a change that fails in the middle leaves nothing of itself", () => {
  using gradebook = new Gradebook(fresh());
  const fail = () =>
    gradebook.transaction(() => {
      gradebook.saveStudents([student("a")]);
      gradebook.addAttempt(given);
      throw new Error("stop");
    });
  assert.throws(fail, /stop/);
  assert.deepEqual([gradebook.students(), gradebook.attempts(), gradebook.audit()], [[], [], []]);
  gradebook.saveStudents([student("b")]);
  assert.equal(gradebook.students().length, 1);
});

test("an audit log that somebody changed is seen, at the place", () => {
  const changes: readonly [sql: string, at: number | undefined][] = [
    ["SELECT 1", undefined],
    ["UPDATE audit SET what = 'attempt 2 zzz' WHERE number = 2", 2],
    ["UPDATE audit SET at = 'then' WHERE number = 3", 3],
    ["DELETE FROM audit WHERE number = 2", 3],
    ["DELETE FROM audit WHERE number = 1", 2],
    [
      "UPDATE audit SET number = number + 10 WHERE number = 3; UPDATE audit SET number = 3 WHERE number = 4",
      3,
    ],
  ];
  for (const [sql, at] of changes) {
    const path = fresh();
    {
      using gradebook = new Gradebook(path);
      for (const id of [1, 2, 3, 4]) gradebook.addAttempt({ ...given, receipt: `r${id}` });
    }
    inFile(path, sql);
    using gradebook = new Gradebook(path);
    assert.equal(gradebook.firstBrokenEntry(), at, sql);
  }
});

test("two programs that open a new gradebook and write at once: all is there, and the log holds", async () => {
  const path = fresh();
  const body = (name: string): string =>
    `using g = new Gradebook(${JSON.stringify(path)});
     for (let i = 0; i < 60; i++) g.addAttempt({ student: "${name}", assignment: "hw1", submittedAt: null,
       receivedAt: "t", way: "folder", receipt: "${name}" + i, files: [] });`;
  const all = ["a", "b", "c"].map((name) =>
    spawn(process.execPath, program(body(name)), { stdio: "inherit" }),
  );
  const ends = await Promise.all(all.map((child) => once(child, "close")));
  assert.deepEqual(
    ends.map(([status]) => status),
    [0, 0, 0],
  );
  using gradebook = new Gradebook(path);
  assert.equal(gradebook.attempts().length, 180);
  assert.equal(gradebook.audit().length, 180);
  assert.equal(gradebook.firstBrokenEntry(), undefined);
});

test("killed while it writes, twenty times: what was told as kept is there, whole, and nothing half", () => {
  const path = fresh();
  let told = 0;
  for (let round = 0; round < 20; round++) {
    const body = `const g = new Gradebook(${JSON.stringify(path)}); const fs = await import("node:fs");
      const files = [..."abc"].map((name) => ({ name, notebook: null, sha256: name, bytes: 1, problem: null }));
      let left = ${3 + ((round * 7) % 40)};
      for (let i = 0; ; i++) {
        // At the last, in the middle of a change.
        g.transaction(() => {
          g.addAttempt({ student: "s", assignment: "hw1", submittedAt: null, receivedAt: "t", way: "folder",
            receipt: "${round}-" + i, files });
          if (left-- === 0) process.kill(process.pid, "SIGKILL");
        });
        fs.writeSync(1, "k");
      }`;
    const { stdout, signal, stderr } = spawnSync(process.execPath, program(body), { encoding: "utf8" });
    assert.equal(signal, "SIGKILL", stderr);
    told += stdout.length;
    using gradebook = new Gradebook(path);
    const attempts = gradebook.attempts();
    assert.equal(attempts.length, told);
    assert.ok(attempts.every(({ files }) => files.length === 3));
    assert.equal(gradebook.audit().length, told);
    assert.equal(gradebook.firstBrokenEntry(), undefined);
  }
  assert.ok(told > 100);
});
