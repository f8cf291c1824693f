import { type Sweep, sweepPoints, sweepRuns } from "generation-loss/sweep";
import type { Json } from "../jobs/job.ts";
import { type PackedReadings, packReadings } from "./packReadings.ts";
import { readSweep } from "./readSweep.ts";

/** What a job of a sweep is given: some runs of one point of the sweep in a file. */
export interface SweepParams {
  readonly file: string;
  readonly point: number;
  readonly firstRun: number;
  readonly runs: number;
}

/** Does a job of a sweep: see `JobModule`. */
export async function perform(params: Json): Promise<Json> {
  const { file, point, firstRun, runs } = params as unknown as SweepParams;
  const sweep = await readSweep(file);
  const at = pointsOf(sweep)[point];
  if (at === undefined)
    throw new RangeError(`Cannot run a sweep: it must have a point ${point}, and has none`);
  return packReadings(
    await sweepRuns(sweep, at, { firstRun, runs }),
  ) satisfies PackedReadings as unknown as Json;
}

let last: { readonly sweep: Sweep; readonly points: ReturnType<typeof sweepPoints> } | undefined;
/** A grid may be large, and a job small. */
function pointsOf(sweep: Sweep): ReturnType<typeof sweepPoints> {
  if (last?.sweep !== sweep) last = { sweep, points: sweepPoints(sweep) };
  return last.points;
}
