/** What answering and guessing loads, beside what runs cells: marks of what passed, hints one by one, guesses. */
import type { LiveCell } from "../client/liveCell.ts";
import { coverProgress } from "./coverProgress.ts";
import { exercises } from "./exercises.ts";
import { guesses } from "./guesses.ts";
import { hints } from "./hints.ts";

/** What the page's own script finds here. */
export interface PracticeProgram {
  onChapter(chapter: HTMLElement, cells: readonly LiveCell[]): void;
  /** @param chapters the cover's list of them */
  onCover(chapters: HTMLElement): void;
}

const program: PracticeProgram = {
  onChapter(chapter, cells) {
    hints();
    guesses();
    exercises(chapter, cells);
  },
  onCover: coverProgress,
};
(globalThis as { genlossPractice?: PracticeProgram }).genlossPractice = program;
