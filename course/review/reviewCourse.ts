import type { StoredAnswers } from "../answers/storedAnswers.ts";
import type { FinalMark } from "../gradebook/finalMark.ts";
import type { Gradebook } from "../gradebook/gradebook.ts";
import type { AssignmentManifest } from "../manifest/assignmentManifest.ts";
import type { HandedOut } from "../variants/handedOut.ts";

/** What a review stands on. */
export interface ReviewCourse {
  readonly gradebook: Gradebook;
  /** Of the assignments that are reviewed, in their order. */
  readonly manifests: readonly AssignmentManifest[];
  /** Which attempt counts, by whatever policy: asked anew for each page. */
  readonly finalMarks: (assignment: string) => readonly FinalMark[];
  /** What each student got. */
  readonly handedOut: HandedOut;
  readonly answers: StoredAnswers;
  /** Where unfinished marks are kept, in files that their owner alone can read. */
  readonly drafts: string;
  /** Who marks. */
  readonly reviewer: string;
  /** Of the order in which answers come. */
  readonly seed: number;
  readonly now: () => Date;
}
