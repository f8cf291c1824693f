import type { CourseMarks } from "../../../../course/export/courseMarks.ts";
import type { Attempt } from "../../../../course/gradebook/attempt.ts";
import type { CellResult, JudgeStatus, TestResult } from "../../../../course/gradebook/cellResult.ts";
import type { FinalCell, FinalMark } from "../../../../course/gradebook/finalMark.ts";
import type { GradedCell } from "../../../../course/gradebook/gradedCell.ts";
import type { Student } from "../../../../course/gradebook/student.ts";
import type { CourseFile } from "../../../../course/settings/courseFile.ts";

export const settings: CourseFile = {
  id: "collapse",
  title: "Model collapse",
  kernel: "generation-loss",
  timeZone: "Europe/Paris",
  late: { graceMinutes: 5, percentPerDay: 10 },
  attempts: "last",
  credit: "all",
  limits: { testSeconds: 5, cellSeconds: 30, memoryMegabytes: 512, outputCharacters: 10_000 },
  sandbox: "A",
  assignments: { hw1: { title: "Homework 1", due: "2026-10-01T23:59" } },
};

const cell = (gradeId: string, place: number, title: string, points: number): GradedCell => ({
  ...{ assignment: "hw1", notebook: "photocopy", gradeId, place, title, points },
  ...{ kind: gradeId === "essay" ? "answer" : "tests", testsSha: `tests-${gradeId}` },
});

export const cells: readonly GradedCell[] = [
  cell("half-life", 0, "Half-life", 2),
  cell("refit", 1, "Refit a <Gaussian> & sample", 3),
  cell("essay", 2, "What is lost?", 1),
];

/** Names as rosters have them, and as they had better not be. */
export const students: readonly Student[] = [
  student("ada", "Ada", "Lovelace, Countess", {
    ID: "101",
    "SIS User ID": "007",
    "SIS Login ID": "ada@example.org",
  }),
  student("jürgen", "Jürgen", 'Groß "Jojo"', { "SIS User ID": "0042" }),
  student("eve_smith", "=HYPERLINK(1)", "+Smith", {}),
  student("o'hara", "Siân\nMaria", "@O’Hara", { "SIS Login ID": "o'hara" }),
  student("late.one", "Zoë", "−Çelik", { ID: "105" }),
  student("absent", "", "Nobody", {}),
];

function student(id: string, firstName: string, lastName: string, lms: Student["lms"]): Student {
  return { id, firstName, lastName, email: `${id}@Example.org`, lms };
}

/** How an answer to one of the three cells fared. */
export type Fare = Exclude<FinalCell["status"], "missing">;

/** One student's work, with all that the gradebook knows of it. */
export interface Work {
  readonly attempts: readonly Attempt[];
  readonly results: readonly CellResult[];
  readonly mark: FinalMark;
}

/** @param fares of the cells, in order; none: nothing was handed in */
export function work(id: number, who: string, fares: readonly Fare[], daysLate = 0, ms = 800): Work {
  const attempt: Attempt = {
    id,
    student: who,
    assignment: "hw1",
    submittedAt: `2026-10-0${1 + daysLate}T20:15:00+02:00`,
    receivedAt: "2026-10-05T08:00:00.000Z",
    way: "folder",
    receipt: `receipt-${id}`,
    files: [
      { name: "photocopy.ipynb", notebook: "photocopy", sha256: `sha-${id}`, bytes: 10, problem: null },
    ],
  };
  const isIn = fares.length > 0;
  const finals = cells.map(({ notebook, gradeId, title, points, kind }, place): FinalCell => {
    const status = fares[place] ?? "missing";
    const score = status === "pass" || status === "reviewed" ? points : status === "partial" ? points / 3 : 0;
    return {
      ...{ notebook, gradeId, title, points, score, status, isStale: false },
      automatic: kind === "tests" && isIn ? score : undefined,
      manual: status === "reviewed" ? score : undefined,
    };
  });
  const raw = finals.reduce((sum, { score }) => sum + score, 0);
  const penalty = Math.min(raw, daysLate * 0.6);
  return {
    attempts: isIn ? [attempt] : [],
    results: isIn ? finals.slice(0, 2).map((final) => resultOf(final, id, ms)) : [],
    mark: {
      ...{ student: who, assignment: "hw1", raw, penalty, score: raw - penalty, points: 6, cells: finals },
      attempt: isIn ? id : undefined,
      submittedAt: isIn ? attempt.submittedAt : null,
      daysLate: isIn ? daysLate : 0,
      isPending: finals.some(({ status }) => status === "to-review" || status === "infra-error"),
    },
  };
}

function resultOf(
  { notebook, gradeId, points, score, status }: FinalCell,
  id: number,
  ms: number,
): CellResult {
  const test = (title: string, hidden: boolean, passes: boolean): TestResult => ({
    ...{ title, hidden, ms: ms / 2, status: passes ? "pass" : (status as JudgeStatus) },
    ...(!passes && { message: hidden ? "expected 0.693147, got 0.7" : "got a word", hint: "Think of ln 2." }),
  });
  return {
    ...{ assignment: "hw1", notebook, gradeId, points, score, ms, status: status as JudgeStatus },
    ...{ sha256: `sha-${id}`, testsSha: `tests-${gradeId}`, variant: "", output: "", repairs: [] },
    tests: [
      test("visible checks", false, status === "pass" || status === "partial"),
      test("every rate", true, status === "pass"),
    ],
    ...{ level: "A", version: "0.1.0", at: "2026-10-06T09:00:00.000Z" },
  };
}

/** A course of these works, in the order of their students. */
export function courseOf(works: readonly Work[], who: readonly Student[] = students): CourseMarks {
  return {
    ...{ settings, assignments: ["hw1"], students: who, cells, manual: [] },
    attempts: works.flatMap(({ attempts }) => attempts),
    results: works.flatMap(({ results }) => results),
    marks: works.map(({ mark }) => mark),
    due: { hw1: "2026-10-01T21:59:00.000Z" },
    variantOf: () => "",
  };
}

export const sample: CourseMarks = courseOf([
  work(1, "ada", ["pass", "pass", "reviewed"]),
  work(2, "jürgen", ["pass", "partial", "reviewed"]),
  work(3, "eve_smith", ["fail", "timeout", "reviewed"]),
  work(4, "o'hara", ["pass", "pass", "to-review"]),
  work(5, "late.one", ["pass", "pass", "reviewed"], 2),
  work(6, "absent", []),
]);
