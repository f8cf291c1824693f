import { existsSync } from "node:fs";
import { isAbsolute, join, relative, resolve, sep } from "node:path";
import type { Sweep } from "generation-loss/sweep";
import type { Executor } from "../jobs/executor.ts";
import { listMark } from "../kernel/files/listMark.ts";
import { ownFiles } from "../kernel/files/ownFiles.ts";
import { replaceFolder } from "../kernel/files/replaceFolder.ts";
import { Checkpoint } from "./checkpoint.ts";
import { holdFolder } from "./holdFolder.ts";
import { runSweep, type SweepProgress } from "./runSweep.ts";
import { sweepDigest } from "./sweepDigest.ts";
import { sweepFiles } from "./sweepFiles.ts";

export interface SweepIntoOptions {
  readonly file: string;
  readonly folder: string;
  /** The project's folder. */
  readonly root: string;
  readonly executor: Executor;
  readonly version: string;
  readonly runsPerJob: number;
  readonly mend: boolean;
  readonly withRuns: boolean;
  readonly onProgress?: (progress: SweepProgress) => void;
  /** Something that is worth a line. */
  readonly onNotice?: (notice: string) => void;
}

/** What was done. */
export interface SweptInto {
  readonly points: number;
  readonly runs: number;
  /** Means that a law speaks of, and those more than four standard errors from it. */
  readonly compared: number;
  readonly off: number;
  /** Means of a tail so heavy that they are not compared. */
  readonly heavy: number;
}

const runsFile = "runs.jsonl";
const mark = listMark("genloss sweep", ".genloss-sweep.json", "-o ANOTHER-FOLDER");

/**
 * Runs a sweep into a folder, going on from what is kept there.
 *
 * @throws {Refusal} (exit code 2) if the folder is somebody's, is being written, or holds runs that do not fit; (exit code 1)
 *   if runs fail
 */
export async function sweepInto(sweep: Sweep, options: SweepIntoOptions): Promise<SweptInto> {
  const { file, folder, root, onNotice } = options;
  const purpose = `run the sweep into ${folder}`;
  const digest = await sweepDigest(root, file);
  ownFiles(folder, mark, purpose); // somebody else's folder is seen before anything is written
  // The mark comes first: it makes the folder ours, with all that a killed run leaves there.
  if (!existsSync(join(folder, mark.file))) replaceFolder(folder, new Map(), mark, purpose);
  using _held = holdFolder(folder);
  using kept = new Checkpoint(
    join(folder, runsFile),
    { sweep: digest, runsPerJob: options.runsPerJob },
    options.mend,
  );
  if (kept.lost > 0) onNotice?.(`${kept.lost} damaged lines of ${runsFile}: their runs are done once more`);
  const swept = await runSweep(sweep, {
    ...{ file: fromRoot(root, file), digest, executor: options.executor, kept },
    runsPerJob: kept.head.runsPerJob,
    ...(options.onProgress && { onProgress: options.onProgress }),
  });
  const source = { file: relative(process.cwd(), resolve(file)), digest, version: options.version };
  replaceFolder(folder, await sweepFiles(sweep, swept, source, options.withRuns), mark, purpose);
  const rows = swept.flatMap((point) => point.rows);
  const compared = rows.filter(({ z }) => z !== null);
  return {
    ...{ points: swept.length, runs: swept.reduce((sum, { rows: [first] }) => sum + (first?.runs ?? 0), 0) },
    ...{ compared: compared.length, off: compared.filter(({ z }) => Math.abs(z!) > 4).length },
    heavy: rows.filter(({ law, isHeavy }) => law !== null && isHeavy).length,
  };
}

/** A file's path from the project's folder; in full where it lies elsewhere. */
function fromRoot(root: string, file: string): string {
  const path = relative(root, resolve(file));
  return path.startsWith("..") || isAbsolute(path) ? resolve(file) : path.split(sep).join("/");
}
