import type { LiveCell } from "../client/liveCell.ts";
import { answersPanel } from "./answersPanel.ts";
import { ExerciseState } from "./exerciseState.ts";

/** Marks what has passed, and puts below the last exercise what can be done with all answers. */
export function exercises(chapter: HTMLElement, cells: readonly LiveCell[]): void {
  const sections = [...chapter.querySelectorAll<HTMLElement>(".exercise[data-digest]")];
  const others = cells.filter(({ isAnswer }) => !isAnswer);
  let show = (): void => {};
  const states = sections.flatMap((section) => {
    const starter = section.querySelector(".cell[data-starter]");
    const answer = cells.find(({ id }) => `cell-${id}` === starter?.id);
    return answer ? [new ExerciseState(section, answer, others, () => show())] : [];
  });
  const last = sections.at(-1);
  if (last && states.length > 0) show = answersPanel(last, states, chapter.dataset);
}
