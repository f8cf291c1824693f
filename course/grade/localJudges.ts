import { fileURLToPath } from "node:url";
import type { Executor } from "../../jobs/executor.ts";
import { localPool } from "../../jobs/localPool.ts";
import { type PreparedNotebook, prepareNotebook } from "../judge/prepareNotebook.ts";
import type { ManifestNotebook } from "../manifest/assignmentManifest.ts";
import { chooseSandbox } from "../sandbox/chooseSandbox.ts";
import type { Level } from "../sandbox/sandbox.ts";
import type { JudgeGiven } from "./judgeDesk.ts";

export interface LocalJudgesOptions {
  /** Folder of the course. */
  readonly root: string;
  /** How many files are judged at the same time. */
  readonly slots: number;
  /** The lowest level of sandbox that will do. */
  readonly least: Level;
  readonly trust: boolean;
  /** Notebooks whose files will be judged, with how many there are. */
  readonly notebooks: readonly (readonly [notebook: ManifestNotebook, answers: number])[];
  /** Told of each cell that is ready. */
  onCell?(gradeId: string): void;
}

/** What is judged stands in the project: jobs name modules of it. */
const project = fileURLToPath(new URL("../../", import.meta.url));

/**
 * Judges on this machine: what they need is made ready once for all.
 *
 * @throws {Refusal} (exit code 1) if this machine has no sandbox that will do
 */
export async function localJudges(options: LocalJudgesOptions): Promise<Executor> {
  const { root, slots, least, trust, onCell } = options;
  await chooseSandbox(least, { trustSubmissions: trust });
  const prepared: PreparedNotebook[] = [];
  for (const [notebook, answers] of options.notebooks)
    prepared.push(
      await prepareNotebook(notebook, root, process.execPath, { answers, ...(onCell && { onCell }) }),
    );
  return localPool(project, slots, { root, trust, prepared } satisfies JudgeGiven);
}
