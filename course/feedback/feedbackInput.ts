import type { StoredAnswers } from "../answers/storedAnswers.ts";
import type { Attempt } from "../gradebook/attempt.ts";
import type { CellResult } from "../gradebook/cellResult.ts";
import type { FinalMark } from "../gradebook/finalMark.ts";
import type { ManualMark, RubricItem } from "../gradebook/manualMark.ts";
import type { Student } from "../gradebook/student.ts";
import type { AssignmentManifest } from "../manifest/assignmentManifest.ts";
import type { CourseFile } from "../settings/courseFile.ts";
import type { VariantOf } from "../variants/handedOut.ts";

/** All that the feedback on an assignment is made from. */
export interface FeedbackInput {
  readonly course: CourseFile;
  readonly manifest: AssignmentManifest;
  readonly students: readonly Student[];
  readonly marks: readonly FinalMark[];
  readonly attempts: readonly Attempt[];
  readonly results: readonly CellResult[];
  readonly manualMarks: readonly ManualMark[];
  readonly rubric: readonly RubricItem[];
  /** Of stored files, to say what was mended where no test judged. */
  readonly answers: Pick<StoredAnswers, "of">;
  readonly variantOf: VariantOf;
}
