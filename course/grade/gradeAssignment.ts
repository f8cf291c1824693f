import type { Attempt } from "../gradebook/attempt.ts";
import type { CellResult } from "../gradebook/cellResult.ts";
import type { Gradebook } from "../gradebook/gradebook.ts";
import { type PreparedNotebook, prepareNotebook } from "../judge/prepareNotebook.ts";
import type { AssignmentManifest } from "../manifest/assignmentManifest.ts";
import { acceptedAttempts } from "../marks/acceptedAttempts.ts";
import { deadlineOf } from "../marks/deadlineOf.ts";
import type { Level } from "../sandbox/sandbox.ts";
import type { CourseFile } from "../settings/courseFile.ts";
import type { ContentStore } from "../store/contentStore.ts";
import type { HandedOut, OwnNotebook } from "../variants/handedOut.ts";
import type { GradingJob } from "./gradingJob.ts";
import { Slot } from "./slot.ts";

export interface GradeOptions {
  readonly course: CourseFile;
  /** Folder of the course. */
  readonly root: string;
  readonly manifest: AssignmentManifest;
  readonly gradebook: Gradebook;
  readonly store: ContentStore;
  /** How many submissions are judged at the same time. */
  readonly slots: number;
  /** Of this program: results tell it. */
  readonly version: string;
  /** What each student got. */
  readonly handedOut: HandedOut;
  /** Path of the Node that runs answers. */
  readonly node: string;
  readonly now: () => Date;
  /** Students to grade; all of them by default. */
  readonly students?: ReadonlySet<string>;
  /** Whether to judge what has a result already. */
  readonly again?: boolean;
  /** Whether what is graded is trusted: then the best sandbox that works here will do, or none. */
  readonly trust?: boolean;
  /** Ends the work after the submissions that are being judged. */
  readonly signal?: AbortSignal;
  onPrepared?(done: number, total: number): void;
  onResult?(done: number, total: number, result: CellResult): void;
}

export interface GradeReport {
  /** Results made now. */
  readonly judged: number;
  /** Results that were there. */
  readonly kept: number;
  /** Cells that could not be judged, for no fault of the answer's. */
  readonly failed: number;
  /** Level of the sandbox; undefined if nothing was judged. */
  readonly level: Level | undefined;
}

/**
 * Judges what was handed in for an assignment and has no result yet. Each result is kept as it is made, so that a run
 * that is killed goes on where it stopped. One file that several handed in is judged once.
 *
 * @throws {Refusal} if this machine has no sandbox that will do
 */
export async function gradeAssignment(options: GradeOptions): Promise<GradeReport> {
  const { manifest, gradebook, onPrepared = () => {} } = options;
  const { jobs, kept } = planOf(options);
  const total = jobs.reduce((sum, { gradeIds }) => sum + gradeIds.length, 0);
  if (total === 0) return { judged: 0, kept, failed: 0, level: undefined };

  const wanted = manifest.notebooks.filter(({ name }) => jobs.some(({ notebook }) => notebook === name));
  const cells = wanted.reduce(
    (sum, each) => sum + each.cells.filter(({ kind }) => kind === "tests").length,
    0,
  );
  let ready = 0;
  const notebooks: PreparedNotebook[] = [];
  for (const notebook of wanted)
    notebooks.push(
      await prepareNotebook(notebook, options.root, options.node, {
        answers: jobs.filter((job) => job.notebook === notebook.name).length,
        onCell: () => {
          ready += 1;
          onPrepared(ready, cells);
        },
      }),
    );

  let judged = 0;
  let failed = 0;
  let level: Level | undefined;
  const open = [...jobs];
  const work = async (slot: number): Promise<void> => {
    const { course, trust = false } = options;
    const credit = course.assignments[manifest.assignment]?.credit ?? course.credit;
    const least = trust ? "E" : course.sandbox;
    const opening = { slot, notebooks, limits: course.limits, credit, least, trust };
    using runner = new Slot(opening);
    for (let job = open.shift(); job && !options.signal?.aborted; job = open.shift()) {
      const { notebook, gradeIds, sha256, student } = job;
      const { release, variant } = ownOf(options, notebook, student);
      const path = options.store.pathOf(sha256);
      await runner.judge({ path, notebook, release, gradeIds }, (gradeId, judgement, repairs, reached) => {
        const cell = manifest.notebooks
          .find(({ name }) => name === notebook)
          ?.cells.find((each) => each.gradeId === gradeId);
        if (!cell) return;
        level = reached;
        const result: CellResult = {
          ...judgement,
          ...{ assignment: manifest.assignment, notebook, gradeId, sha256, variant, repairs },
          ...{ testsSha: cell.testsSha, points: cell.points, level: reached, version: options.version },
          at: options.now().toISOString(),
        };
        gradebook.saveResult(result);
        judged += 1;
        if (judgement.status === "infra-error") failed += 1;
        options.onResult?.(judged, total, result);
      });
    }
  };
  const slots = Math.max(1, Math.min(options.slots, jobs.length));
  const works = Array.from({ length: slots }, async (_, slot) => {
    try {
      await work(slot);
    } finally {
      open.length = 0; // what one cannot go on with, none begins
    }
  });
  // What the others still judge is kept, before the first failure is told.
  await Promise.allSettled(works);
  await Promise.all(works);
  return { judged, kept, failed, level };
}

/** What is to be judged, by student and notebook. */
function planOf(options: GradeOptions): { readonly jobs: readonly GradingJob[]; readonly kept: number } {
  const { manifest, gradebook, students, again = false } = options;
  const { assignment } = manifest;
  const planned = new Map<string, GradingJob>();
  let kept = 0;
  const byStudent = Map.groupBy(gradebook.attempts(assignment), ({ student }) => student);
  for (const [student, attempts] of [...byStudent].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (students && !students.has(student)) continue;
    for (const { files } of countingAttempts(options, student, attempts))
      for (const { notebook, sha256, problem } of files) {
        const known = manifest.notebooks.find(({ name }) => name === notebook);
        if (!known || notebook === null || problem !== null) continue;
        const { variant } = ownOf(options, notebook, student);
        const key = `${notebook} ${sha256} ${variant}`;
        if (planned.has(key)) continue;
        const tested = known.cells.filter(({ kind }) => kind === "tests");
        const gradeIds = tested
          .filter(
            ({ gradeId, testsSha }) =>
              again || !gradebook.hasResult({ assignment, notebook, gradeId, sha256, testsSha, variant }),
          )
          .map(({ gradeId }) => gradeId);
        kept += tested.length - gradeIds.length;
        planned.set(key, { student, notebook, sha256, gradeIds });
      }
  }
  return { jobs: [...planned.values()].filter(({ gradeIds }) => gradeIds.length > 0), kept };
}

/** Attempts that may count: all that are accepted where the best one counts, the newest of them else. */
function countingAttempts(
  { course, manifest: { assignment } }: GradeOptions,
  student: string,
  attempts: readonly Attempt[],
): readonly Attempt[] {
  const accepted = acceptedAttempts(attempts, deadlineOf(course, assignment, student), course).map(
    ({ attempt }) => attempt,
  );
  const which = course.assignments[assignment]?.attempts ?? course.attempts;
  return which === "best" ? accepted : accepted.slice(-1);
}

/** The notebook as this student got it. */
function ownOf({ handedOut, manifest }: GradeOptions, notebook: string, student: string): OwnNotebook {
  const own = handedOut.notebook(manifest.assignment, student, notebook);
  if (!own) throw new Error(`Cannot grade: the assignment has no notebook ${notebook}`);
  return own;
}
