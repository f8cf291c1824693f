import assert from "node:assert/strict";
import { test } from "node:test";
import { finalMarks } from "../../../course/marks/finalMarks.ts";
import type { MarksInput } from "../../../course/marks/marksInput.ts";
import { roundPoints } from "../../../course/marks/roundPoints.ts";
import { attempt, course, gradedCell, manualMark, result, student } from "./records.ts";

const after = new Date("2026-12-31T12:00:00Z");
const before = new Date("2026-11-01T12:00:00Z");

const marks = (more: Partial<MarksInput>) =>
  finalMarks({
    course: course(),
    assignment: "hw1",
    students: [student("ada")],
    cells: [gradedCell("a", 4), gradedCell("b", 6)],
    attempts: [],
    results: [],
    manualMarks: [],
    now: after,
    variantOf: () => "",
    answerSha: () => undefined,
    ...more,
  });
const mark = (more: Partial<MarksInput>) => {
  const [only] = marks(more);
  assert.ok(only);
  return only;
};
const inTime = attempt(1, "2026-11-29T12:00:00Z");
const full = (sha: string) => [result("a", sha, 4), result("b", sha, 6)];

const withDue = (due: string | undefined, more: object = {}) =>
  course({ assignments: { hw1: { ...(due !== undefined && { due }) } }, ...more });

/** Status and pending of each cell, raw and score. */
const rows: readonly [
  name: string,
  given: Partial<MarksInput>,
  status: string,
  pending: boolean,
  score: number,
][] = [
  [
    "nothing before the deadline waits for the student",
    { now: before },
    "not-attempted not-attempted",
    true,
    0,
  ],
  ["nothing after it is missing", {}, "missing missing", false, 0],
  [
    "nothing without a deadline is missing",
    { course: withDue(undefined), now: before },
    "missing missing",
    false,
    0,
  ],
  [
    "nothing before an extension waits",
    {
      course: course({
        assignments: { hw1: { due: "2026-11-29T23:59", extensions: { ada: "2027-01-05T23:59" } } },
      }),
    },
    "not-attempted not-attempted",
    true,
    0,
  ],
  ["no result yet is pending", { attempts: [inTime] }, "infra-error infra-error", true, 0],
  [
    "half of the results are pending",
    { attempts: [inTime], results: [result("a", "f1", 4)] },
    "pass infra-error",
    true,
    4,
  ],
  [
    "a fault of ours is pending, whatever score it carries",
    { attempts: [inTime], results: [result("a", "f1", 4), result("b", "f1", 0, { status: "infra-error" })] },
    "pass infra-error",
    true,
    4,
  ],
  ["all judged", { attempts: [inTime], results: full("f1") }, "pass pass", false, 10],
  [
    "a result of older tests is none",
    { attempts: [inTime], results: [result("a", "f1", 4), result("b", "f1", 6, { testsSha: "old" })] },
    "pass infra-error",
    true,
    4,
  ],
  [
    "a result of other numbers is none",
    { attempts: [inTime], results: full("f1"), variantOf: () => "v7" },
    "infra-error infra-error",
    true,
    0,
  ],
  [
    "each status of the judge is told as it is",
    {
      attempts: [inTime],
      results: [result("a", "f1", 0, { status: "timeout" }), result("b", "f1", 0, { status: "memory" })],
    },
    "timeout memory",
    false,
    0,
  ],
  [
    "a person's mark goes before the tests'",
    { attempts: [inTime], results: full("f1"), manualMarks: [manualMark("b", 2.5, { reason: "copied" })] },
    "pass reviewed",
    false,
    6.5,
  ],
  [
    "a person's comment without points leaves the tests' mark",
    {
      attempts: [inTime],
      results: full("f1"),
      manualMarks: [manualMark("b", 0, { score: null, comment: "Shorter?" })],
    },
    "pass pass",
    false,
    10,
  ],
  [
    "a person's mark needs no submission",
    { manualMarks: [manualMark("b", 3)] },
    "missing reviewed",
    false,
    3,
  ],
  [
    "an answer that a person reads waits for that",
    {
      attempts: [inTime],
      cells: [gradedCell("a", 4, { kind: "answer" }), gradedCell("b", 6, { kind: "task" })],
    },
    "to-review to-review",
    true,
    0,
  ],
  [
    "an answer that nobody touched need not be read",
    {
      attempts: [inTime],
      cells: [gradedCell("a", 4, { kind: "answer" }), gradedCell("b", 6)],
      results: [result("a", "f1", 0, { status: "not-attempted" }), result("b", "f1", 6)],
    },
    "not-attempted pass",
    false,
    6,
  ],
  [
    "a file that cannot be read waits for a person, and is no silent zero",
    {
      attempts: [
        attempt(1, null, {
          files: [{ name: "x.ipynb", notebook: null, sha256: "f1", bytes: 0, problem: "empty" }],
        }),
      ],
    },
    "to-review to-review",
    true,
    0,
  ],
  [
    "a notebook that was left out is missing",
    {
      attempts: [inTime],
      cells: [gradedCell("a", 4), gradedCell("b", 6, { notebook: "two" })],
      results: full("f1"),
    },
    "pass missing",
    false,
    4,
  ],
  [
    "of two files of a name the one without a problem counts",
    {
      attempts: [
        attempt(1, null, {
          files: [
            { name: "old.ipynb", notebook: "one", sha256: "f0", bytes: 1, problem: "another counts" },
            { name: "one.ipynb", notebook: "one", sha256: "f1", bytes: 1, problem: null },
          ],
        }),
      ],
      results: [...full("f1"), result("a", "f0", 0), result("b", "f0", 0)],
    },
    "pass pass",
    false,
    10,
  ],
];

for (const [name, given, status, pending, score] of rows)
  test(name, () => {
    const found = mark(given);
    assert.equal(found.cells.map((cell) => cell.status).join(" "), status);
    assert.equal(found.isPending, pending);
    assert.equal(found.score, score);
    assert.equal(found.points, 10);
  });

const lateRows: readonly [
  submitted: string | null,
  late: object,
  days: number,
  penalty: number,
  score: number,
][] = [
  ["2026-11-29T22:59:00Z", { graceMinutes: 0, percentPerDay: 10 }, 0, 0, 10],
  ["2026-11-29T22:59:01Z", { graceMinutes: 0, percentPerDay: 10 }, 1, 1, 9],
  ["2026-11-29T23:09:00Z", { graceMinutes: 10, percentPerDay: 10 }, 0, 0, 10],
  ["2026-12-02T12:00:00+01:00", { graceMinutes: 0, percentPerDay: 12.5 }, 3, 3.75, 6.25],
  ["2026-12-25T12:00:00Z", { graceMinutes: 0, percentPerDay: 10 }, 26, 10, 0],
  ["2026-12-02T12:00:00Z", { graceMinutes: 0, percentPerDay: 0 }, 3, 0, 10],
  [null, { graceMinutes: 0, percentPerDay: 10 }, 0, 0, 10],
  ["2026-12-02T12:00:00Z", { graceMinutes: 0, percentPerDay: 10, mostDays: 3 }, 3, 3, 7],
];

for (const [submitted, late, days, penalty, score] of lateRows)
  test(`handed in ${submitted} under ${JSON.stringify(late)}: ${days} days, costs ${penalty}`, () => {
    const found = mark({
      course: course({ late: late as never }),
      attempts: [attempt(1, submitted)],
      results: full("f1"),
    });
    assert.deepEqual([found.daysLate, found.penalty, found.score, found.raw], [days, penalty, score, 10]);
  });

test("lateness costs percent of the assignment's points, and never more than there is", () => {
  const found = mark({
    attempts: [attempt(1, "2026-12-02T12:00:00Z")],
    results: [result("a", "f1", 2), result("b", "f1", 0)],
  });
  assert.deepEqual([found.raw, found.penalty, found.score], [2, 2, 0]);
});

test("an extension is one student's alone", () => {
  const found = marks({
    course: course({
      assignments: { hw1: { due: "2026-11-29T23:59", extensions: { ada: "2026-12-03T23:59" } } },
    }),
    students: [student("ada"), student("bob")],
    attempts: [attempt(1, "2026-12-02T12:00:00Z"), attempt(2, "2026-12-02T12:00:00Z", { student: "bob" })],
    results: [...full("f1"), ...full("f2")],
  });
  assert.deepEqual(
    found.map(({ student, daysLate }) => [student, daysLate]),
    [
      ["ada", 0],
      ["bob", 3],
    ],
  );
});

const three = [
  attempt(1, "2026-11-28T12:00:00Z"), // 4 of 10
  attempt(2, "2026-12-02T12:00:00Z"), // 10 of 10, three days late
  attempt(3, "2026-11-27T12:00:00Z"), // came in last, but is the oldest: 8 of 10
];
const ofThree = [
  ...[result("a", "f1", 4), result("b", "f1", 0)],
  ...full("f2"),
  ...[result("a", "f3", 2), result("b", "f3", 6)],
];
const policies: readonly [
  policy: "last" | "best",
  late: object,
  attempt: number | undefined,
  score: number,
][] = [
  ["last", { graceMinutes: 0, percentPerDay: 10 }, 2, 7],
  ["best", { graceMinutes: 0, percentPerDay: 10 }, 3, 8],
  ["best", { graceMinutes: 0, percentPerDay: 5 }, 2, 8.5],
  ["last", { graceMinutes: 0, percentPerDay: 10, mostDays: 2 }, 1, 4],
  ["best", { graceMinutes: 0, percentPerDay: 5, mostDays: 2 }, 3, 8],
];
for (const [policy, late, id, score] of policies)
  test(`of three attempts the ${policy} under ${JSON.stringify(late)} is number ${id}`, () => {
    const found = mark({
      course: course({ attempts: policy, late: late as never }),
      attempts: three,
      results: ofThree,
    });
    assert.deepEqual([found.attempt, found.score, found.isPending], [id, score, false]);
  });

test("only attempts after the last accepted day: none counts", () => {
  const found = mark({
    course: course({ late: { graceMinutes: 0, percentPerDay: 0, mostDays: 0 } }),
    attempts: [attempt(1, "2026-12-02T12:00:00Z")],
    results: full("f1"),
  });
  assert.deepEqual([found.attempt, found.score, found.cells[0]?.status], [undefined, 0, "missing"]);
});

test("an assignment's own policy goes before the course's; equal attempts: the earlier counts", () => {
  const found = mark({
    course: course({ assignments: { hw1: { attempts: "best" } } }),
    attempts: [attempt(1, "2026-11-28T12:00:00Z"), attempt(2, "2026-11-28T13:00:00Z")],
    results: [...full("f1"), ...full("f2")],
  });
  assert.equal(found.attempt, 1);
});

test("while an attempt that may be the best waits, the mark waits", () => {
  const found = mark({
    course: course({ attempts: "best" }),
    attempts: three,
    results: ofThree.slice(0, -1),
  });
  assert.equal(found.isPending, true);
});

test("a mark is stale when the answer changed since, fresh when it is the same, and still counts", () => {
  for (const [now, isStale] of [
    ["a1", false],
    ["a2", true],
    [undefined, false],
  ] as const) {
    const found = mark({
      attempts: [inTime],
      results: full("f1"),
      manualMarks: [manualMark("b", 2)],
      answerSha: () => now,
    });
    assert.deepEqual([found.cells[1]?.isStale, found.cells[0]?.isStale, found.score], [isStale, false, 6]);
  }
});

const rounded: readonly [number, number][] = [
  [1.005, 1.01],
  [0.1 + 0.2, 0.3],
  [2 / 3, 0.67],
  [1 / 3, 0.33],
  [0.125, 0.13],
  [8.345, 8.35],
  [1e-9, 0],
  [4.35 * 100 - 434, 1],
  [0, 0],
];
for (const [points, expected] of rounded)
  test(`${points} points are ${expected}`, () => assert.equal(roundPoints(points), expected));

test("rounding is the same for whatever was rounded, and within half a hundredth of any", () => {
  for (let k = 0; k < 20_000; k++) {
    const points = roundPoints(k / 997);
    assert.equal(roundPoints(points), points);
    assert.ok(Math.abs(points - k / 997) <= 0.005 + 1e-9);
  }
});
