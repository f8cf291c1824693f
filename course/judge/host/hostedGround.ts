import { createHash } from "node:crypto";
import { existsSync, readFileSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { slice } from "../../../kernel/compile/slice.ts";
import { writeWhole } from "../../../kernel/files/writeWhole.ts";
import type { Ground } from "./openSession.ts";
import { sharedFolder } from "./sharedFolder.ts";
import { type CellTime, timeGround } from "./timeGround.ts";

/**
 * While Node builds a snapshot, V8 runs without its compilers (findings/node-snapshot-runs-interpreted.sh): a cell takes
 * so many times as long.
 */
const slower = 20;
/** A cell that takes longer, in ms, is worth a thought. */
const longestMs = 100;

export interface HostedFor {
  /** Ids of cells that answers need. */
  readonly needed: readonly string[];
  /** How many answers there are to judge. */
  readonly answers: number;
}

/**
 * The part of a ground that runs once, while the snapshot for the processes of answers is built. A cell that takes long is
 * left out, and what stands on it: it runs in the process of an answer that needs it. Where more answers need it than
 * building the snapshot costs turns, it is in.
 *
 * @param folder where the cells' times are kept: they differ from run to run, and what is built should not
 * @throws {Error} naming the cell that fails
 */
export async function hostedGround(
  ground: Ground,
  { needed, answers }: HostedFor,
  folder: string = sharedFolder("generation-loss-hosts"),
): Promise<Ground> {
  const { cells } = ground;
  const times = await timesOf(ground, folder);
  // What an import costs is the module's own start, which a snapshot is there to save.
  const isImport = (id: string): boolean =>
    importLine.test(cells.find((cell) => cell.id === id)?.source ?? "");
  const isWorthIt = (id: string): boolean => answers > slower && needed.includes(id);
  const heavy = times
    .filter(({ id, ms }) => ms > longestMs && !isImport(id) && !isWorthIt(id))
    .map(({ id }) => id);
  const left = new Set(slice(cells, { changed: heavy }));
  return { ...ground, cells: cells.filter(({ id }) => !left.has(id)) };
}

async function timesOf(ground: Ground, folder: string): Promise<readonly CellTime[]> {
  const hash = createHash("sha256").update(JSON.stringify(ground)).digest("hex").slice(0, 32);
  const kept = join(folder, `${hash}.times.json`);
  if (existsSync(kept)) {
    const now = new Date();
    utimesSync(kept, now, now);
    return JSON.parse(readFileSync(kept, "utf8"));
  }
  const times = await timeGround(ground);
  writeWhole(kept, JSON.stringify(times));
  return times;
}

const importLine = /^import\b/m;
