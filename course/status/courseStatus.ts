import type { Attempt } from "../gradebook/attempt.ts";
import type { FinalMark } from "../gradebook/finalMark.ts";
import type { Student } from "../gradebook/student.ts";

/** How far a student's work on an assignment is. */
export interface StudentStatus {
  readonly student: string;
  readonly name: string;
  readonly attempts: number;
  /** Graded cells that have their mark, of all. */
  readonly graded: number;
  readonly cells: number;
  /** Cells that wait for a person, and for the judge. */
  readonly toReview: number;
  readonly toJudge: number;
  /** Cells whose mark a person gave to an earlier answer. */
  readonly stale: number;
  readonly isMissing: boolean;
  readonly daysLate: number;
  /** Whether nothing says when it was handed in, or only Canvas says that it was late. */
  readonly time: "known" | "unknown" | "late, by Canvas" | "none";
  /** Of the attempt that counts. */
  readonly receipt?: string;
  /** What is wrong with files of any attempt. */
  readonly problems: readonly string[];
}

export interface AssignmentStatus {
  readonly assignment: string;
  readonly students: readonly StudentStatus[];
  readonly counts: StatusCounts;
}

export interface StatusCounts {
  readonly students: number;
  readonly handedIn: number;
  readonly missing: number;
  readonly attempts: number;
  /** Students all of whose cells have their mark. */
  readonly graded: number;
  readonly toJudge: number;
  readonly toReview: number;
  readonly stale: number;
  readonly late: number;
  readonly timeUnknown: number;
  readonly problems: number;
}

/** @param marks of one assignment, as `finalMarks` gives them */
export function courseStatus(
  assignment: string,
  marks: readonly FinalMark[],
  students: readonly Student[],
  attempts: readonly Attempt[],
): AssignmentStatus {
  const byStudent = Map.groupBy(attempts, ({ student }) => student);
  const names = new Map(students.map((student) => [student.id, student]));
  const rows = marks.map((mark) => {
    const { firstName = "", lastName = "" } = names.get(mark.student) ?? {};
    return rowOf(mark, `${firstName} ${lastName}`.trim(), byStudent.get(mark.student) ?? []);
  });
  const count = (of: (row: StudentStatus) => boolean): number => rows.filter(of).length;
  return {
    assignment,
    students: rows,
    counts: {
      students: rows.length,
      handedIn: count(({ attempts }) => attempts > 0),
      missing: count(({ isMissing }) => isMissing),
      attempts: rows.reduce((sum, row) => sum + row.attempts, 0),
      graded: count(({ attempts, cells, graded }) => attempts > 0 && graded === cells),
      toJudge: count(({ toJudge }) => toJudge > 0),
      toReview: count(({ toReview }) => toReview > 0),
      stale: count(({ stale }) => stale > 0),
      late: count(({ daysLate, time }) => daysLate > 0 || time === "late, by Canvas"),
      timeUnknown: count(({ time }) => time === "unknown" || time === "late, by Canvas"),
      problems: count(({ problems }) => problems.length > 0),
    },
  };
}

function rowOf(mark: FinalMark, name: string, attempts: readonly Attempt[]): StudentStatus {
  const counting = attempts.find(({ id }) => id === mark.attempt);
  const withStatus = (...status: readonly string[]): number =>
    mark.cells.filter((cell) => status.includes(cell.status)).length;
  const toReview = withStatus("to-review");
  const toJudge = withStatus("infra-error");
  return {
    student: mark.student,
    name,
    attempts: attempts.length,
    graded: counting ? mark.cells.length - toReview - toJudge : withStatus("reviewed"),
    cells: mark.cells.length,
    toReview,
    toJudge,
    stale: mark.cells.filter(({ isStale }) => isStale).length,
    isMissing: mark.attempt === undefined && withStatus("missing") > 0,
    daysLate: mark.daysLate,
    time: timeOf(counting),
    ...(counting && { receipt: counting.receipt }),
    problems: attempts.flatMap(({ id, files }) =>
      files.flatMap(({ name, problem }) => (problem === null ? [] : [`attempt ${id}, ${name}: ${problem}`])),
    ),
  };
}

function timeOf(attempt: Attempt | undefined): StudentStatus["time"] {
  if (!attempt) return "none";
  if (attempt.submittedAt !== null) return "known";
  return attempt.timeSource === "none, late in Canvas" ? "late, by Canvas" : "unknown";
}
