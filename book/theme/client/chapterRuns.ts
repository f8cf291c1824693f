import type { LiveRuns, OnLate } from "../live/liveRuns.ts";
import type { RunProgram } from "../live/run.ts";
import { loadScript } from "./loadScript.ts";

/** What runs the cells of a chapter's page, loaded as it is first asked for. */
export interface ChapterRuns {
  readonly chapter: HTMLElement;
  /** The chapter's cells, and their code as the page prints it. */
  readonly cells: ReadonlyMap<HTMLElement, { readonly id: string; readonly source: string }>;
  runs(): Promise<LiveRuns>;
  /** There once `runs` is. */
  program(): RunProgram;
  /** Whom to tell of outputs that come after their cell's end. */
  onLate(tell: OnLate): void;
}

let opened: ChapterRuns | undefined;

/** One for all that the page offers; undefined on a page whose cells do not run. */
export function chapterRuns(): ChapterRuns | undefined {
  const chapter = document.querySelector<HTMLElement>("[data-run]");
  if (chapter) opened ??= open(chapter);
  return opened;
}

function open(chapter: HTMLElement): ChapterRuns {
  const { run = "", cells: address = "" } = chapter.dataset;
  const cells = new Map(
    [...chapter.querySelectorAll<HTMLElement>('.cell[id^="cell-"]')].map((cell) => {
      const source = cell.querySelector(".code code")?.textContent?.trimEnd() ?? "";
      return [cell, { id: cell.id.slice("cell-".length), source }];
    }),
  );
  const program = (): RunProgram => (globalThis as { genlossRun?: RunProgram }).genlossRun!;
  let late: OnLate = () => {};
  let runs: Promise<LiveRuns> | undefined;
  const start = async (): Promise<LiveRuns> => {
    await loadScript(run);
    const sources = new Map([...cells.values()].map(({ id, source }) => [id, source]));
    return program().open(address, sources, (...told) => late(...told));
  };
  return {
    chapter,
    cells,
    program,
    onLate(tell) {
      late = tell;
    },
    runs() {
      runs ??= start().catch((error: unknown) => {
        runs = undefined;
        throw error;
      });
      return runs;
    },
  };
}
