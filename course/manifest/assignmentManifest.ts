import type { Notebook } from "../../kernel/notebook/notebook.ts";
import type { GradedCell } from "../gradebook/gradedCell.ts";

/** All that grading an assignment needs, as `assign` found it: what was handed out, and what stays here. */
export interface AssignmentManifest {
  readonly schema: 1;
  readonly assignment: string;
  /** Version of the program that made it. */
  readonly version: string;
  readonly notebooks: readonly ManifestNotebook[];
}

export interface ManifestNotebook {
  /** Without its ending. */
  readonly name: string;
  /** As students get it: no solution, no hidden test, checksums in its metadata. */
  readonly release: Notebook;
  readonly cells: readonly JudgedCell[];
}

/** A cell that gives points, with what it is judged by. */
export interface JudgedCell extends Omit<GradedCell, "assignment" | "notebook"> {
  /** Id of the graded cell in the released notebook. */
  readonly id: string;
  /** Ids of the cells whose answers it judges, in order: for a cell that a person reads, its own. */
  readonly answers: readonly string[];
  /** Ids of the cells that it stands on, in order, answers and itself among them: its slice. */
  readonly standsOn: readonly string[];
  readonly tests: readonly JudgeTest[];
  /**
   * Of a cell of tests: the instructor's answers by the ids of their cells. They tell what answers declare and import, where
   * what was handed out is too bare to tell it. Never handed out.
   */
  readonly solved?: Readonly<Record<string, string>>;
  /** For whoever reads it: what gives how many points. Never handed out. */
  readonly markScheme: string;
}

/** A piece of code that runs where the tests are, and calls the answer. */
export interface JudgeTest {
  readonly title: string;
  /** What the instructor would tell a student whose answer fails it. */
  readonly hint?: string;
  readonly hidden: boolean;
  readonly source: string;
}
