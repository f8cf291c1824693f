import { type Sweep, type SweepPoint, type SweepRow, sweepPoints, sweepRows } from "generation-loss/sweep";
import type { Executor } from "../jobs/executor.ts";
import type { Job } from "../jobs/job.ts";
import { Refusal } from "../kernel/refusal.ts";
import { type PackedReadings, unpackReadings } from "./packReadings.ts";
import type { SweepParams } from "./performSweep.ts";
import { PointRuns } from "./pointRuns.ts";

/** Runs that were done before, and where those that are done now are kept. */
export interface KeptRuns {
  /** Each part that is kept. */
  parts(): Iterable<KeptPart>;
  keep(part: KeptPart): void;
}
export interface KeptPart {
  readonly point: number;
  readonly firstRun: number;
  readonly readings: PackedReadings;
}

export interface SweepProgress {
  readonly runsDone: number;
  /** At most: with `until` a point may end before. */
  readonly runs: number;
  readonly pointsDone: number;
  readonly points: number;
}

export interface RunSweepOptions {
  /** The sweep's file, as those who do the jobs find it: from the project's folder, if it lies there. */
  readonly file: string;
  /** Digest of the sweep. */
  readonly digest: string;
  readonly executor: Executor;
  readonly runsPerJob: number;
  readonly kept: KeptRuns;
  readonly onProgress?: (progress: SweepProgress) => void;
}

/** A point with all its runs. */
export interface SweptPoint {
  readonly point: SweepPoint;
  readonly rows: readonly SweepRow[];
  readonly runs: PointRuns["readings"];
}

/**
 * Runs a sweep to its end, from where it stopped. What comes out hangs on the sweep alone: not on who does the jobs, in
 * which order they end, or how the runs are cut into them.
 *
 * @returns the points in the order of the grid
 * @throws {Refusal} (exit code 1) if runs of a point fail, with the point and what was said; what is done is kept
 */
export async function runSweep(sweep: Sweep, options: RunSweepOptions): Promise<readonly SweptPoint[]> {
  const { executor, kept, onProgress } = options;
  const points = sweepPoints(sweep);
  const known = points.map(() => new PointRuns(sweep));
  for (const { point, firstRun, readings } of kept.parts())
    known[point]?.take(firstRun, unpackReadings(readings));
  const tell = (): void =>
    onProgress?.({
      ...{ runsDone: known.reduce((sum, { known: runs }) => sum + runs, 0), points: points.length },
      runs: known.reduce((sum, { needed }) => sum + (needed ?? sweep.runs), 0),
      pointsDone: known.reduce((sum, { isDone }) => sum + (isDone ? 1 : 0), 0),
    });
  tell();
  for await (const done of executor.perform(jobsOf(sweep, known, options))) {
    const { point, firstRun } = done.job.params as unknown as SweepParams;
    if ("fault" in done)
      throw new Refusal(
        `Cannot run ${points[point]!.label}, from run ${firstRun}: ${done.fault}\n  What is done is kept: put it right, and the same command goes on`,
        1,
      );
    const readings = done.result as unknown as PackedReadings;
    if (!known[point]!.isDone) kept.keep({ point, firstRun, readings });
    known[point]!.take(firstRun, unpackReadings(readings));
    tell();
  }
  return points.map((point, i) => {
    const runs = known[i]!.readings;
    return { point, rows: sweepRows(sweep, point, runs), runs };
  });
}

/** What is not done yet: first the beginning of every point, so that one that ends early ends before it was run in vain. */
function* jobsOf(
  { runs: most }: Sweep,
  known: readonly PointRuns[],
  { file, digest, runsPerJob }: RunSweepOptions,
): Generator<Job> {
  const starts = known.map(({ known: from }) => from);
  for (let isMore = true; isMore; ) {
    isMore = false;
    for (const [point, state] of known.entries()) {
      const firstRun = starts[point]!;
      if (state.needed !== undefined || firstRun >= most) continue;
      const runs = Math.min(runsPerJob, most - firstRun);
      starts[point] = firstRun + runs;
      isMore = true;
      const params: SweepParams = { file, sweep: digest, point, firstRun, runs };
      yield { key: `${point}.${firstRun}.${runs}`, module: "sweep/performSweep.ts", params: { ...params } };
    }
  }
}
