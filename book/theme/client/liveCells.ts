import type { LiveRuns } from "../live/liveRuns.ts";
import type { RunProgram } from "../live/run.ts";
import { LiveCell, type LiveCellPage } from "./liveCell.ts";
import { loadScript } from "./loadScript.ts";
import { practice } from "./practice.ts";
import { sameHere } from "./sameHere.ts";

/** Buttons to run and to edit every cell of a chapter. What they need is loaded as one is first pressed. */
export function liveCells(): void {
  const chapter = document.querySelector<HTMLElement>("[data-run]");
  if (!chapter) return;
  const { run = "", cells: address = "", edit = "" } = chapter.dataset;
  const cells = [...chapter.querySelectorAll<HTMLElement>('.cell[id^="cell-"]')];
  const sources = new Map(cells.map((cell) => [idOf(cell), codeOf(cell)?.textContent?.trimEnd() ?? ""]));
  let opened: Promise<LiveRuns> | undefined;
  const open = async (): Promise<LiveRuns> => {
    await loadScript(run);
    return (globalThis as { genlossRun?: RunProgram }).genlossRun!.open(address, sources);
  };
  const runs = (): Promise<LiveRuns> => {
    opened ??= open().catch((error: unknown) => {
      opened = undefined;
      throw error;
    });
    return opened;
  };
  const openAnswers = async (check: HTMLElement): Promise<void> => {
    await beginPractice();
    const own = [...(check.closest(".exercise")?.querySelectorAll<HTMLElement>(".cell[data-starter]") ?? [])];
    await Promise.all(
      live.filter(({ id }) => own.some((each) => idOf(each) === id)).map((each) => each.openKept()),
    );
  };
  const page: LiveCellPage = { runs, edit, openAnswers };
  const live = cells.map((cell) => new LiveCell(idOf(cell), cell, sources.get(idOf(cell)) ?? "", page));
  const beginPractice = practice(chapter, live);
  sameHere(
    chapter,
    cells.filter(({ dataset }) => dataset.claims !== undefined),
    runs,
  );
}

const idOf = ({ id }: HTMLElement): string => id.slice("cell-".length);
const codeOf = (cell: HTMLElement): HTMLElement | null => cell.querySelector<HTMLElement>(".code code");
