import type { Attempt } from "../../../course/gradebook/attempt.ts";
import type { CellResult } from "../../../course/gradebook/cellResult.ts";
import type { GradedCell } from "../../../course/gradebook/gradedCell.ts";
import type { ManualMark } from "../../../course/gradebook/manualMark.ts";
import type { Student } from "../../../course/gradebook/student.ts";
import type { CourseFile } from "../../../course/settings/courseFile.ts";

/** Records of a small course, each with what a test wants otherwise. */

export const student = (id: string, more: Partial<Student> = {}): Student => ({
  id,
  firstName: "",
  lastName: id,
  email: "",
  lms: {},
  ...more,
});

export const course = (more: Partial<CourseFile> = {}): CourseFile => ({
  id: "c",
  title: "C",
  kernel: "genloss",
  timeZone: "Europe/Paris",
  late: { graceMinutes: 0, percentPerDay: 10 },
  attempts: "last",
  credit: "all",
  limits: { testSeconds: 1, cellSeconds: 1, memoryMegabytes: 64, outputCharacters: 100 },
  sandbox: "A",
  assignments: { hw1: { due: "2026-11-29T23:59" } },
  ...more,
});

export const gradedCell = (gradeId: string, points: number, more: Partial<GradedCell> = {}): GradedCell => ({
  assignment: "hw1",
  notebook: "one",
  gradeId,
  kind: "tests",
  place: 0,
  title: gradeId,
  points,
  testsSha: "t",
  ...more,
});

export const attempt = (id: number, submittedAt: string | null, more: Partial<Attempt> = {}): Attempt => ({
  id,
  student: "ada",
  assignment: "hw1",
  submittedAt,
  receivedAt: "2026-12-05T12:00:00.000Z",
  way: "folder",
  receipt: `r${id}`,
  files: [{ name: "one.ipynb", notebook: "one", sha256: `f${id}`, bytes: 1, problem: null }],
  ...more,
});

export const result = (
  gradeId: string,
  sha256: string,
  score: number,
  more: Partial<CellResult> = {},
): CellResult => ({
  assignment: "hw1",
  notebook: "one",
  gradeId,
  sha256,
  testsSha: "t",
  variant: "",
  status: score > 0 ? "pass" : "fail",
  score,
  points: score,
  tests: [],
  output: "",
  repairs: [],
  ms: 1,
  level: "A",
  version: "0",
  at: "2026-12-05T12:00:00.000Z",
  ...more,
});

export const manualMark = (gradeId: string, score: number, more: Partial<ManualMark> = {}): ManualMark => ({
  student: "ada",
  assignment: "hw1",
  notebook: "one",
  gradeId,
  score,
  comment: "",
  rubric: [],
  reason: "",
  answerSha: "a1",
  by: "me",
  at: "2026-12-05T12:00:00.000Z",
  ...more,
});
