import type { Attempt } from "../gradebook/attempt.ts";
import type { Gradebook } from "../gradebook/gradebook.ts";
import type { AssignmentManifest } from "../manifest/assignmentManifest.ts";
import { acceptedAttempts } from "../marks/acceptedAttempts.ts";
import { deadlineOf } from "../marks/deadlineOf.ts";
import type { CourseFile } from "../settings/courseFile.ts";
import type { HandedOut } from "../variants/handedOut.ts";
import type { JudgeParams } from "./judgeFile.ts";

export interface PlanInput {
  readonly course: CourseFile;
  readonly manifest: AssignmentManifest;
  readonly gradebook: Gradebook;
  /** What each student got. */
  readonly handedOut: HandedOut;
  /** Students to grade; all of them by default. */
  readonly students?: ReadonlySet<string>;
  /** Whether to judge what has a result already. */
  readonly again?: boolean;
}

export interface GradingPlan {
  /** Files to be judged, one that several handed in once. */
  readonly files: readonly JudgeParams[];
  /** Results that are there. */
  readonly kept: number;
}

/** What is to be judged of an assignment, by student and notebook. */
export function gradingPlan(input: PlanInput): GradingPlan {
  const { course, manifest, gradebook, handedOut, students, again = false } = input;
  const { assignment } = manifest;
  const planned = new Map<string, Omit<JudgeParams, "answers">>();
  let kept = 0;
  const byStudent = Map.groupBy(gradebook.attempts(assignment), ({ student }) => student);
  for (const [student, attempts] of [...byStudent].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (students && !students.has(student)) continue;
    for (const { files } of countingAttempts(input, student, attempts))
      for (const { notebook, sha256, problem } of files) {
        const known = manifest.notebooks.find(({ name }) => name === notebook);
        if (!known || notebook === null || problem !== null) continue;
        const { variant } = handedOut.notebook(assignment, student, notebook)!;
        const key = `${notebook} ${sha256} ${variant}`;
        if (planned.has(key)) continue;
        const tested = known.cells.filter(({ kind }) => kind === "tests");
        const cells = tested
          .filter(
            ({ gradeId, testsSha }) =>
              again || !gradebook.hasResult({ assignment, notebook, gradeId, sha256, testsSha, variant }),
          )
          .map(({ gradeId, testsSha }) => ({ gradeId, testsSha }));
        kept += tested.length - cells.length;
        // Who wrote it is told only where it must be known.
        const of = course.assignments[assignment]?.variants ? student : "";
        planned.set(key, { assignment, notebook, student: of, variant, sha256, cells });
      }
  }
  const open = [...planned.values()].filter(({ cells }) => cells.length > 0);
  const answers = Map.groupBy(open, ({ notebook }) => notebook);
  return { files: open.map((file) => ({ ...file, answers: answers.get(file.notebook)!.length })), kept };
}

/** Attempts that may count: all that are accepted where the best one counts, the newest of them else. */
function countingAttempts(
  { course, manifest: { assignment } }: PlanInput,
  student: string,
  attempts: readonly Attempt[],
): readonly Attempt[] {
  const accepted = acceptedAttempts(attempts, deadlineOf(course, assignment, student), course).map(
    ({ attempt }) => attempt,
  );
  const which = course.assignments[assignment]?.attempts ?? course.attempts;
  return which === "best" ? accepted : accepted.slice(-1);
}
