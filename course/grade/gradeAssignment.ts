import type { Done, Executor } from "../../jobs/executor.ts";
import type { Job, Json } from "../../jobs/job.ts";
import type { CellResult } from "../gradebook/cellResult.ts";
import type { Level } from "../sandbox/sandbox.ts";
import { type GradingPlan, gradingPlan, type PlanInput } from "./gradingPlan.ts";
import type { JudgedCell, JudgeParams } from "./judgeFile.ts";
import { localJudges } from "./localJudges.ts";

export interface GradeOptions extends PlanInput {
  /** Folder of the course. */
  readonly root: string;
  /** Who judges; threads of this process by default. Others must have the course's folder. */
  readonly executor?: Executor;
  /** How many submissions are judged at the same time, here. */
  readonly slots: number;
  /** Of this program: results tell it. */
  readonly version: string;
  readonly now: () => Date;
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
  /** Levels of the sandboxes, as they came: machines may differ. */
  readonly levels: readonly Level[];
}

/** Of the module that does these jobs. */
const judge = "course/grade/judgeFile.ts";

/**
 * Judges what was handed in for an assignment and has no result yet. The results of each file are kept as it is judged, so
 * that a run that is killed goes on where it stopped. One file that several handed in is judged once.
 *
 * @throws {Refusal} if this machine has no sandbox that will do
 */
export async function gradeAssignment(options: GradeOptions): Promise<GradeReport> {
  const { manifest, gradebook, signal } = options;
  const { files, kept } = gradingPlan(options);
  const total = files.reduce((sum, { cells }) => sum + cells.length, 0);
  if (total === 0) return { judged: 0, kept, failed: 0, levels: [] };
  await using own = options.executor ? undefined : await judgesHere(options, files);
  const executor = options.executor ?? own!;

  let [judged, failed] = [0, 0];
  const levels = new Set<Level>();
  const keep = (file: JudgeParams, { gradeId, judgement, repairs, level }: JudgedCell): void => {
    const cell = manifest.notebooks
      .find(({ name }) => name === file.notebook)!
      .cells.find((each) => each.gradeId === gradeId)!;
    const { assignment, notebook, sha256, variant } = file;
    const result: CellResult = {
      ...judgement,
      ...{ assignment, notebook, gradeId, sha256, variant, repairs },
      ...{ testsSha: cell.testsSha, points: cell.points, level, version: options.version },
      at: options.now().toISOString(),
    };
    gradebook.saveResult(result);
    judged += 1;
    if (judgement.status === "infra-error") failed += 1;
    else levels.add(level);
    options.onResult?.(judged, total, result);
  };
  for await (const done of executor.perform(jobsOf(files, signal))) {
    const file = done.job.params as unknown as JudgeParams;
    for (const cell of cellsOf(file, done)) keep(file, cell);
  }
  return { judged, kept, failed, levels: [...levels].sort() };
}

/** None is begun any more when the signal says so. */
function* jobsOf(files: readonly JudgeParams[], signal: AbortSignal | undefined): Generator<Job> {
  for (const params of files) {
    if (signal?.aborted) return;
    const key = `${params.assignment} ${params.notebook} ${params.sha256} ${params.variant}`;
    yield { key, module: judge, params: params as unknown as Json };
  }
}

/** What was not judged, for whatever reason, is nobody's 0. */
function cellsOf({ cells }: JudgeParams, done: Done): readonly JudgedCell[] {
  if ("result" in done) return done.result as unknown as readonly JudgedCell[];
  const none = { status: "infra-error", score: 0, points: 0, tests: [], ms: 0 } as const;
  return cells.map(({ gradeId }) => ({
    ...{ gradeId, repairs: [], level: "E" },
    judgement: { ...none, output: done.fault },
  }));
}

function judgesHere(options: GradeOptions, files: GradingPlan["files"]): Promise<Executor> {
  const { course, root, manifest, slots, trust = false, onPrepared } = options;
  const wanted = manifest.notebooks.flatMap((notebook) => {
    const answers = files.filter((file) => file.notebook === notebook.name).length;
    return answers > 0 ? [[notebook, answers] as const] : [];
  });
  const cells = wanted.flatMap(([{ cells }]) => cells.filter(({ kind }) => kind === "tests")).length;
  let ready = 0;
  return localJudges({
    ...{ root, trust, least: trust ? "E" : course.sandbox, notebooks: wanted },
    slots: Math.max(1, Math.min(slots, files.length)),
    onCell() {
      ready += 1;
      onPrepared?.(ready, cells);
    },
  });
}
