import type { PracticeProgram } from "../live/practice.ts";
import { keptKeys } from "./keptChanges.ts";
import type { LiveCell } from "./liveCell.ts";
import { loadScript } from "./loadScript.ts";

async function load(source = ""): Promise<PracticeProgram> {
  await loadScript(source);
  return (globalThis as { genlossPractice?: PracticeProgram }).genlossPractice!;
}

/**
 * What answering and guessing needs is loaded as the first place for it comes near.
 *
 * @returns loads it now
 */
export function practice(chapter: HTMLElement, cells: readonly LiveCell[]): () => Promise<void> {
  let begun: Promise<void> | undefined;
  const begin = (): Promise<void> => {
    begun ??= load(chapter.dataset.practice).then(
      (program) => program.onChapter(chapter, cells),
      () => {
        begun = undefined; // reading goes on, and the next place tries again
      },
    );
    return begun;
  };
  const near = new IntersectionObserver(
    (places) => {
      if (places.some(({ isIntersecting }) => isIntersecting)) void begin();
    },
    { rootMargin: "600px" },
  );
  for (const place of chapter.querySelectorAll("[data-guess], .exercise")) near.observe(place);
  return begin;
}

/** On the cover, where this browser keeps something of the book. */
export function practiceOnCover(): void {
  const chapters = document.querySelector<HTMLElement>(".home [data-practice]");
  if (!chapters || keptKeys().length === 0) return;
  load(chapters.dataset.practice).then(
    (program) => program.onCover(chapters),
    () => {}, // then it says nothing of it
  );
}
