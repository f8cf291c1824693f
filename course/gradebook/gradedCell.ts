/** A cell of an assignment that gives points. */
export interface GradedCell {
  readonly assignment: string;
  /** Name of the notebook, without its ending. */
  readonly notebook: string;
  readonly gradeId: string;
  /** `tests`: judged by tests. `answer`: read by a person (text or code). `task`: as `answer`, spread over cells. */
  readonly kind: "tests" | "answer" | "task";
  /** Place among the graded cells of the notebook, from 0. */
  readonly place: number;
  /** What a person calls the exercise. */
  readonly title: string;
  readonly points: number;
  /** Changes when a test of it, or anything that it stands on, changes: a result is of this version. */
  readonly testsSha: string;
}
