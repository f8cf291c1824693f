import type { Moves } from "../live/moves.ts";
import { chapterRuns } from "./chapterRuns.ts";
import { LiveCell, type LiveCellPage } from "./liveCell.ts";
import { practice } from "./practice.ts";
import { sameHere } from "./sameHere.ts";

/** Buttons to run and to edit every cell of a chapter. What they need is loaded as one is first pressed. */
export function liveCells(): void {
  const own = chapterRuns();
  if (!own) return;
  const { chapter, cells, runs } = own;
  const live = new Map<string, LiveCell>();
  const openAnswers = async (check: HTMLElement): Promise<void> => {
    await beginPractice();
    const starters = [
      ...(check.closest(".exercise")?.querySelectorAll<HTMLElement>(".cell[data-starter]") ?? []),
    ];
    await Promise.all(starters.map((each) => live.get(cells.get(each)?.id ?? "")?.openKept()));
  };
  let moves: Moves | undefined;
  const page: LiveCellPage = {
    runs,
    openAnswers,
    edit: chapter.dataset.edit ?? "",
    onMove(id, control, value) {
      moves ??= new (own.program().Moves)(runs, live);
      void moves.move(id, control, value);
    },
  };
  for (const [cell, { id, source }] of cells) live.set(id, new LiveCell(id, cell, source, page));
  const beginPractice = practice(chapter, [...live.values()]);
  own.onLate((id, outputs, isChange) => live.get(id)?.show(outputs, isChange));
  sameHere(
    chapter,
    [...cells.keys()].filter(({ dataset }) => dataset.claims !== undefined),
    own,
  );
}
