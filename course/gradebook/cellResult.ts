/** How judging ended. `infra-error` is never the student's: it is tried again, and never counts as 0. */
export type JudgeStatus =
  | "pass"
  | "partial"
  | "fail"
  | "error"
  | "timeout"
  | "memory"
  | "crashed"
  | "not-attempted"
  | "infra-error";

/** What tests said of one graded cell in one file. */
export interface CellResult {
  readonly assignment: string;
  readonly notebook: string;
  readonly gradeId: string;
  /** Of the file's bytes, and of the tests' version: with these two a result is never made twice. */
  readonly sha256: string;
  readonly testsSha: string;
  /** Of the student's own numbers; "" where all have the same. */
  readonly variant: string;
  readonly status: JudgeStatus;
  readonly score: number;
  readonly points: number;
  readonly tests: readonly TestResult[];
  /** What the answer's cells printed or threw, cut to the limit. */
  readonly output: string;
  /** What was mended in the notebook before, in sentences. */
  readonly repairs: readonly string[];
  readonly ms: number;
  /** Level of the sandbox. */
  readonly level: string;
  /** Of this program, when the result was made. */
  readonly version: string;
  readonly at: string;
}

export interface TestResult {
  readonly title: string;
  /** A hidden test is told to students by its title and hint alone. */
  readonly hidden: boolean;
  readonly status: JudgeStatus;
  /** What went wrong, for the instructor; of a visible test also for the student. */
  readonly message?: string;
  /** What the instructor would say to the student. */
  readonly hint?: string;
  readonly ms: number;
}
