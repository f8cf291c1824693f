import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { slice } from "../../../kernel/compile/slice.ts";
import { writeWhole } from "../../../kernel/files/writeWhole.ts";
import type { Ground } from "./openSession.ts";
import { sharedFolder } from "./sharedFolder.ts";
import { timeGround } from "./timeGround.ts";

/**
 * A cell that imports takes this long at most on a busy machine. While Node builds a snapshot, V8 runs without its
 * compilers, some twenty times slower (findings/node-snapshot-runs-interpreted.sh): longer cells are left out.
 */
const longestMs = 100;

/**
 * The part of a ground that is quick enough to run while a snapshot is built. The rest, and what stands on it, runs in
 * the process of an answer that needs it. The choice is kept: times differ, and programs should not.
 *
 * @param folder where it is kept
 * @throws {Error} naming the cell that fails
 */
export async function lightGround(
  ground: Ground,
  folder: string = sharedFolder("generation-loss-hosts"),
): Promise<Ground> {
  const { cells } = ground;
  const hash = createHash("sha256").update(JSON.stringify(ground)).digest("hex").slice(0, 32);
  const kept = join(folder, `${hash}.light.json`);
  const found = existsSync(kept) ? (JSON.parse(readFileSync(kept, "utf8")) as readonly string[]) : undefined;
  const light = new Set(found ?? (await choose(ground)));
  if (!found) writeWhole(kept, JSON.stringify([...light]));
  return { ...ground, cells: cells.filter(({ id }) => light.has(id)) };
}

async function choose(ground: Ground): Promise<string[]> {
  const { cells } = ground;
  const times = await timeGround(ground);
  const isImport = (id: string): boolean => importLine.test(cells.find((cell) => cell.id === id)?.source ?? "");
  // What an import costs is the module's own start, which a snapshot is there to save.
  const heavy = times.filter(({ id, ms }) => ms > longestMs && !isImport(id)).map(({ id }) => id);
  const left = new Set(slice(cells, { changed: heavy }));
  return cells.map(({ id }) => id).filter((id) => !left.has(id));
}

const importLine = /^import\b/m;
