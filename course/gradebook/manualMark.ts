/** A mark that a person gave, or put in place of the tests'; or a comment beside the tests' mark. */
export interface ManualMark {
  readonly student: string;
  readonly assignment: string;
  readonly notebook: string;
  readonly gradeId: string;
  /** Null for a comment alone: what tests say counts. */
  readonly score: number | null;
  readonly comment: string;
  /** Ids of the rubric items that were ticked. */
  readonly rubric: readonly string[];
  /** Why it stands in place of the tests' mark; "" for a cell that no test judges. */
  readonly reason: string;
  /** Of the answer that was read: the mark is stale when it changes. */
  readonly answerSha: string;
  readonly by: string;
  readonly at: string;
}

/** A remark with points that an instructor gives again and again. */
export interface RubricItem {
  readonly id: string;
  readonly assignment: string;
  readonly notebook: string;
  readonly gradeId: string;
  readonly text: string;
  /** Added to the score: negative for what costs points. */
  readonly points: number;
}
