/** Something wrong with an exercise of a chapter, or with what its cells say of themselves. */
export interface ExerciseFault {
  /** The notebook or the solutions, as the reader of the message would open it. */
  readonly file: string;
  /** Id of the cell, when the fault is in one. */
  readonly cell?: string;
  readonly rule: ExerciseRule;
  /** The exercise that is not whole; none where a cell or a region belongs to none. */
  readonly exercise?: string;
  /** What is wrong, and what to do about it. */
  readonly message: string;
}

export type ExerciseRule =
  /** Our metadata of a cell has another shape. */
  | "cell-role"
  /** A cell or a region names an exercise that the chapter does not have. */
  | "unknown-exercise"
  | "no-solution"
  /** Another part is missing, stands twice, or does not fit the others. */
  | "exercise-part";
