/** What the first Run of a page loads: the cells' session, and what their outputs become. */
import type { LiveChapter } from "../../live/liveChapter.ts";
import { LiveRuns, type OnLate } from "./liveRuns.ts";
import { Moves } from "./moves.ts";
import { sameClaims } from "./sameClaims.ts";
import { drawn, showOutputs } from "./showOutputs.ts";
import { textOf } from "./texts.ts";
import { workerAddress } from "./workerAddress.ts";

/** What the page's own script finds here. */
export interface RunProgram {
  /**
   * @param cells the address of the chapter's cells
   * @param sources as the page prints them, by id
   * @param onLate is told of what comes after a cell's end
   */
  open(cells: string, sources: ReadonlyMap<string, string>, onLate: OnLate): Promise<LiveRuns>;
  readonly showOutputs: typeof showOutputs;
  readonly drawn: typeof drawn;
  readonly sameClaims: typeof sameClaims;
  readonly Moves: typeof Moves;
}

const program: RunProgram = {
  async open(cells, sources, onLate) {
    const folder = cells.replace(/[^/]*$/, "");
    const chapter = JSON.parse(await textOf(cells, "cells")) as LiveChapter;
    const worker = await workerAddress(folder, chapter.worker);
    return new LiveRuns(chapter, worker, folder, sources, onLate);
  },
  showOutputs,
  drawn,
  sameClaims,
  Moves,
};
(globalThis as { genlossRun?: RunProgram }).genlossRun = program;
