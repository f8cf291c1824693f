import type { AnswerSheet } from "../answers/answer.ts";
import type { Attempt } from "../gradebook/attempt.ts";
import type { CellResult } from "../gradebook/cellResult.ts";
import type { FinalMark } from "../gradebook/finalMark.ts";
import type { ManualMark, RubricItem } from "../gradebook/manualMark.ts";
import type { Student } from "../gradebook/student.ts";
import type { AssignmentManifest } from "../manifest/assignmentManifest.ts";
import type { CourseFile } from "../settings/courseFile.ts";

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
  /** The answers in a stored file, to say what was mended where no test judged. */
  readonly answersIn: (notebook: string, sha256: string) => AnswerSheet | undefined;
  /** Which numbers a student has, as results name it; "" for all by default. */
  readonly variantOf?: (student: string) => string;
}
