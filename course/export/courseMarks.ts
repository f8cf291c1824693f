import type { Attempt } from "../gradebook/attempt.ts";
import type { CellResult } from "../gradebook/cellResult.ts";
import type { FinalMark } from "../gradebook/finalMark.ts";
import type { GradedCell } from "../gradebook/gradedCell.ts";
import type { ManualMark } from "../gradebook/manualMark.ts";
import type { Student } from "../gradebook/student.ts";
import type { CourseFile } from "../settings/courseFile.ts";
import type { VariantOf } from "../variants/handedOut.ts";

/** What an export is made of: all that is known of some assignments of a course. */
export interface CourseMarks {
  readonly settings: CourseFile;
  /** Names of the assignments, in the order in which they are written. */
  readonly assignments: readonly string[];
  readonly students: readonly Student[];
  readonly cells: readonly GradedCell[];
  readonly attempts: readonly Attempt[];
  readonly results: readonly CellResult[];
  readonly manual: readonly ManualMark[];
  readonly marks: readonly FinalMark[];
  /** Deadlines by assignment, ISO 8601 with an offset; none for an assignment without one. */
  readonly due: Readonly<Record<string, string>>;
  readonly variantOf: VariantOf;
}
