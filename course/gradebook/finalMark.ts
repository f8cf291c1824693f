import type { JudgeStatus } from "./cellResult.ts";

/** What a student gets for an assignment. */
export interface FinalMark {
  readonly student: string;
  readonly assignment: string;
  /** The attempt that counts; undefined if there is none. */
  readonly attempt: number | undefined;
  readonly submittedAt: string | null;
  readonly cells: readonly FinalCell[];
  /** Points before lateness. */
  readonly raw: number;
  readonly penalty: number;
  /** `raw` less `penalty`, at least 0. */
  readonly score: number;
  readonly points: number;
  /** Days late, each begun one whole. */
  readonly daysLate: number;
  /** Whether a cell waits for a person, or for the judge. */
  readonly isPending: boolean;
}

export interface FinalCell {
  readonly notebook: string;
  readonly gradeId: string;
  readonly title: string;
  /** Of the tests; undefined where none judge, or have not yet. */
  readonly automatic: number | undefined;
  /** Of a person; undefined if none was given. */
  readonly manual: number | undefined;
  /** Whether the answer changed since a person gave a mark or a comment. */
  readonly isStale: boolean;
  /** What counts: a person's mark before the tests'. 0 while neither is there. */
  readonly score: number;
  readonly points: number;
  readonly status: JudgeStatus | "to-review" | "reviewed" | "missing";
}
