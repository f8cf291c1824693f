import type { Cell } from "../../kernel/notebook/notebook.ts";
import type { Answer } from "../answers/answer.ts";
import type { CellResult } from "../gradebook/cellResult.ts";
import type { ManualMark } from "../gradebook/manualMark.ts";
import type { Draft } from "./drafts.ts";

/** How far the review of an answer is. `judged`: by tests, and nobody need look; `commented`: so, and somebody looked. */
export type ReviewState =
  | "to-review"
  | "draft"
  | "stale"
  | "reviewed"
  | "commented"
  | "judged"
  | "not-judged";

/** One answer to an exercise, as the review has it. */
export interface ReviewEntry {
  /** What its address calls it. */
  readonly key: string;
  readonly student: string;
  /** From 1, in the order of the review. */
  readonly place: number;
  /** Undefined if the file cannot be read: `problem` says why. */
  readonly answer: Answer | undefined;
  readonly problem: string | undefined;
  readonly repairs: readonly string[];
  /** The cells that ask for it, with the student's own numbers. */
  readonly task: readonly Cell[];
  readonly result: CellResult | undefined;
  readonly mark: ManualMark | undefined;
  readonly draft: Draft | undefined;
  readonly state: ReviewState;
  /** Whether a person should look: `u` goes to the next such answer. */
  readonly isOpen: boolean;
}
