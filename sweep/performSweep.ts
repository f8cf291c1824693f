import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { type Sweep, sweepPoints, sweepRuns } from "generation-loss/sweep";
import type { Json } from "../jobs/job.ts";
import { type PackedReadings, packReadings } from "./packReadings.ts";
import { readSweep } from "./readSweep.ts";
import { sweepDigest } from "./sweepDigest.ts";

/** What a job of a sweep is given: some runs of one point of the sweep in a file. */
export interface SweepParams {
  /** From the project's folder, where it lies in it: another machine has it elsewhere. */
  readonly file: string;
  /** Digest of the sweep; a machine whose file is another does not run it. */
  readonly sweep: string;
  readonly point: number;
  readonly firstRun: number;
  readonly runs: number;
}

/** Does a job of a sweep: see `JobModule`. */
export async function perform(params: Json): Promise<Json> {
  const { file, sweep: digest, point, firstRun, runs } = params as unknown as SweepParams;
  const sweep = await sweepIn(resolve(root, file), digest);
  const at = pointsOf(sweep)[point];
  if (at === undefined)
    throw new RangeError(`Cannot run a sweep: it must have a point ${point}, and has none`);
  return packReadings(
    await sweepRuns(sweep, at, { firstRun, runs }),
  ) satisfies PackedReadings as unknown as Json;
}

const root = fileURLToPath(new URL("../", import.meta.url));
const read = new Map<string, Promise<{ readonly sweep: Sweep; readonly digest: string }>>();

/** The sweep in a file, which is read once in a thread, and must be the one that is meant. */
async function sweepIn(file: string, digest: string): Promise<Sweep> {
  let found = read.get(file);
  if (!found) {
    found = readSweep(file).then(async (sweep) => ({ sweep, digest: await sweepDigest(root, file) }));
    read.set(file, found);
  }
  const { sweep, digest: own } = await found;
  if (own !== digest)
    throw new Error(
      `Cannot run ${file}: it must be the file that the sweep was begun with, and is another here`,
    );
  return sweep;
}

let last: { readonly sweep: Sweep; readonly points: ReturnType<typeof sweepPoints> } | undefined;
/** A grid may be large, and a job small. */
function pointsOf(sweep: Sweep): ReturnType<typeof sweepPoints> {
  if (last?.sweep !== sweep) last = { sweep, points: sweepPoints(sweep) };
  return last.points;
}
