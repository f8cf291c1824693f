import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Here, Json } from "../../jobs/job.ts";
import type { Judgement } from "../judge/cellJudge.ts";
import type { Level } from "../sandbox/sandbox.ts";
import { type JudgeDesk, type JudgeGiven, judgeDesk } from "./judgeDesk.ts";

/** A file to be judged, with those of its cells that have no result yet: names and digests, not a word of anybody's. */
export interface JudgeParams {
  readonly assignment: string;
  readonly notebook: string;
  /** Whose numbers it has; "" where all have the same. */
  readonly student: string;
  readonly variant: string;
  /** Of its bytes, which are in the course's store. */
  readonly sha256: string;
  readonly cells: readonly { readonly gradeId: string; readonly testsSha: string }[];
  /** How many there are of this notebook: what many need is made ready once, though it takes its time. */
  readonly answers: number;
}

/** What comes back of each cell. */
export interface JudgedCell {
  readonly gradeId: string;
  readonly judgement: Judgement;
  /** What was mended in the notebook before, in sentences. */
  readonly repairs: readonly string[];
  /** Of the sandbox in which it was judged. */
  readonly level: Level;
}

let last: JudgeDesk | undefined;

/**
 * Judges a file that was handed in: see `JobModule`. The machine has the course's folder, and is given where it is.
 *
 * @throws {Error} if the folder holds other tests, or other bytes, than those that are meant
 */
export async function perform(params: Json, here: Here): Promise<Json> {
  const file = params as unknown as JudgeParams;
  const { assignment, notebook, student, variant, sha256, cells, answers } = file;
  last = await judgeDesk(here.given as JudgeGiven, { assignment, answers, slot: here.thread }, last);
  const { root, handedOut, store, slot } = last;
  const own = handedOut.notebook(assignment, student, notebook);
  const other = cells.find(({ gradeId, testsSha }) => {
    const known = own?.cells.find((cell) => cell.gradeId === gradeId);
    return known?.testsSha !== testsSha;
  });
  if (!own || other || own.variant !== variant)
    throw new Error(
      `Cannot judge ${notebook}: ${root} must hold the release that is graded, and holds another of ${assignment}`,
    );
  const path = store.pathOf(sha256);
  if (digestOf(path) !== sha256)
    throw new Error(`Cannot judge ${notebook}: ${path} must hold what was handed in, and does not`);
  const judged: JudgedCell[] = [];
  await slot.judge(
    { path, notebook, release: own.release, gradeIds: cells.map(({ gradeId }) => gradeId) },
    (gradeId, judgement, repairs, level) => judged.push({ gradeId, judgement, repairs, level }),
  );
  return judged as unknown as Json;
}

function digestOf(path: string): string | undefined {
  try {
    return createHash("sha256").update(readFileSync(path)).digest("hex");
  } catch {
    return undefined;
  }
}
