import type { FinalMark } from "../gradebook/finalMark.ts";
import type { Student } from "../gradebook/student.ts";
import { byStudent } from "./byStudent.ts";
import { type CommentOf, commentOf } from "./commentOf.ts";
import type { CourseMarks } from "./courseMarks.ts";
import { type Exported, type ExportNote, noteOn } from "./exported.ts";
import { fileNameOf } from "./fileNameOf.ts";
import { markWords } from "./markWords.ts";
import { resultOf } from "./resultOf.ts";

/** A score as LTI's Assignment and Grade Services take it: `application/vnd.ims.lis.v1.score+json`. */
export interface LtiScore {
  readonly userId: string;
  readonly scoreGiven?: number;
  readonly scoreMaximum?: number;
  readonly comment?: string;
  readonly timestamp: string;
  readonly activityProgress: "Initialized" | "Completed";
  readonly gradingProgress: "FullyGraded" | "PendingManual" | "Pending" | "NotReady";
  readonly submission?: { readonly submittedAt: string };
  readonly "https://canvas.instructure.com/lti/submission": { readonly new_submission: false };
}

/**
 * A score for each student, to be posted to a line item's `/scores`.
 *
 * Sources: 1EdTech, "LTI Assignment and Grade Services 2.0" (imsglobal.org/spec/lti-ags/v2p0, §3.4), and Canvas's score API
 * (developerdocs.instructure.com, read 2026-11): `scoreMaximum` is there whenever `scoreGiven` is, and above 0; times have
 * fractions of a second; a score with an earlier timestamp than the last one is refused. So the timestamp is the time of
 * the export, and later than anything the mark is made of. A mark that is not final has no number: `PendingManual` if a
 * person has to read, `Pending` if the judge has to run, `NotReady` while nothing is handed in.
 *
 * @param now the clock
 */
export function lti(course: CourseMarks, now: () => Date): Exported {
  const files = new Map<string, string>();
  const notes: ExportNote[] = [];
  const exported = now().getTime();
  const changed = lastChange(course);
  const commentsOf = commentOf(course);
  for (const assignment of course.assignments) {
    const unknown: string[] = [];
    for (const [student, mark] of byStudent(course, assignment)) {
      const userId = userIdOf(student);
      if (userId === undefined || !mark) {
        unknown.push(student.id);
        continue;
      }
      const timestamp = new Date(Math.max(exported, changed(mark) + 1)).toISOString();
      const score = scoreOf(mark, userId, timestamp, commentsOf);
      const name = `${fileNameOf(assignment)}/${fileNameOf(student.id)}.json`;
      files.set(name, `${JSON.stringify(score, null, 1)}\n`);
    }
    notes.push(
      ...noteOn(
        unknown,
        (count) =>
          `${assignment}: ${count} students have no "LTI User ID" or "ID" of Canvas in the roster, or no mark, and no file`,
      ),
    );
  }
  return { files, notes };
}

function scoreOf(mark: FinalMark, userId: string, timestamp: string, commentsOf: CommentOf): LtiScore {
  const { attempt, submittedAt, isPending, points, score } = mark;
  return {
    userId,
    ...(!isPending && points > 0 && { scoreGiven: score, scoreMaximum: points }),
    ...(!isPending && { comment: markWords(mark, commentsOf) }),
    timestamp,
    activityProgress: attempt === undefined ? "Initialized" : "Completed",
    gradingProgress: progressOf(mark),
    ...(submittedAt !== null && { submission: { submittedAt: new Date(submittedAt).toISOString() } }),
    // Canvas counts each score as a submission of its own unless it is told otherwise; other platforms pass over it.
    "https://canvas.instructure.com/lti/submission": { new_submission: false },
  };
}

function progressOf({ isPending, attempt, cells }: FinalMark): LtiScore["gradingProgress"] {
  if (!isPending) return "FullyGraded";
  if (attempt === undefined) return "NotReady"; // there is still time to hand in
  return cells.some(({ status }) => status === "to-review") ? "PendingManual" : "Pending";
}

/** What the platform calls a student: the `sub` of a launch, or Canvas's own id, which Canvas takes as well. */
const userIdOf = ({ lms }: Student): string | undefined =>
  lms["LTI User ID"]?.trim() || lms.ID?.trim() || undefined;

/** When the newest of what a mark is made of came to be, in ms. */
function lastChange(course: CourseMarks): (mark: FinalMark) => number {
  const results = resultOf(course);
  const received = new Map(course.attempts.map(({ id, receivedAt }) => [id, receivedAt]));
  const manual = Map.groupBy(course.manual, ({ student, assignment }) => `${student}\n${assignment}`);
  return (mark) => {
    const times = [
      mark.attempt === undefined ? undefined : received.get(mark.attempt),
      ...mark.cells.map((cell) => results(mark, cell)?.at),
      ...(manual.get(`${mark.student}\n${mark.assignment}`) ?? []).map(({ at }) => at),
    ];
    return Math.max(0, ...times.map((time) => Date.parse(time ?? "")).filter(Number.isFinite));
  };
}
