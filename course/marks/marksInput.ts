import type { Attempt } from "../gradebook/attempt.ts";
import type { CellResult } from "../gradebook/cellResult.ts";
import type { GradedCell } from "../gradebook/gradedCell.ts";
import type { ManualMark } from "../gradebook/manualMark.ts";
import type { Student } from "../gradebook/student.ts";
import type { CourseFile } from "../settings/courseFile.ts";
import type { VariantOf } from "../variants/handedOut.ts";

/** All that the marks of an assignment follow from. */
export interface MarksInput {
  readonly course: CourseFile;
  readonly assignment: string;
  readonly students: readonly Student[];
  readonly cells: readonly GradedCell[];
  /** In the order in which they came. */
  readonly attempts: readonly Attempt[];
  readonly results: readonly CellResult[];
  readonly manualMarks: readonly ManualMark[];
  readonly now: Date;
  readonly variantOf: VariantOf;
  /**
   * What the answer in a stored file is now, by the same hash as a person's mark has it. Where it is not known, the
   * mark is taken to be of this answer.
   */
  readonly answerSha: (student: string, cell: GradedCell, sha256: string) => string | undefined;
}
