import type { Cell, CodeCell } from "../../kernel/notebook/notebook.ts";
import type { PercentRegion } from "../../kernel/notebook/parsePercent.ts";

/** An exercise of a chapter: what its notebook has of it, and what its solutions file has. */
export interface Exercise {
  /** What the cells of the notebook and the regions of the file call it. */
  readonly name: string;
  /** The cell that asks. */
  readonly prompt: Cell;
  /** Where the answer goes; undefined if it is missing. */
  readonly starter: CodeCell | undefined;
  /** Visible checks. */
  readonly checks: readonly CodeCell[];
  /** What the checks are worth to a grader. */
  readonly points: number;
  readonly solution: PercentRegion | undefined;
  /** Tests that an answer meets only after it was given. */
  readonly hidden: readonly PercentRegion[];
  readonly wrong: readonly WrongAnswer[];
}

/** An answer that must not get the points. */
export interface WrongAnswer {
  readonly source: string;
  readonly title: string;
  /** Titles of the hidden tests that must reject it, or {@link byVisibleCheck}: what follows `->`, at semicolons. */
  readonly rejectedBy: readonly string[];
}

/** In place of a hidden test's title: the exercise's last visible check rejects the answer. */
export const byVisibleCheck = "visible";
