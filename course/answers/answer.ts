/** What a student wrote for one graded cell. */
export interface Answer {
  /** In the order of the notebook. None if nothing is there. */
  readonly cells: readonly AnswerCell[];
  /** Whether all of it is as it was handed out, or blank. */
  readonly isUntouched: boolean;
  /** Changes when the answer does, and with nothing else in the notebook. */
  readonly sha: string;
}

export interface AnswerCell {
  readonly id: string;
  readonly type: "code" | "markdown" | "raw";
  readonly source: string;
}

/** The answers in one notebook that was handed in. */
export type AnswerSheet =
  | {
      /** By grade id. */
      readonly answers: ReadonlyMap<string, Answer>;
      /** What was mended in the notebook before, in sentences. */
      readonly repairs: readonly string[];
    }
  /** Why nothing can be read. */
  | { readonly problem: string };
