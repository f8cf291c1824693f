import { randomUUID } from "node:crypto";
import type { RubricItem } from "../gradebook/manualMark.ts";
import { itemsScore } from "./itemsScore.ts";
import type { ReviewCell, ReviewDesk } from "./reviewDesk.ts";

export type RubricOutcome =
  /** `changed`: marks whose points follow from the item, and changed with it. */
  { readonly item: RubricItem; readonly changed: number } | { readonly fault: string };

const longestText = 500;

/**
 * Adds a rubric item, or changes one. Marks that were what the ticked items add up to are so again afterwards; one that a
 * person gave other points stays.
 *
 * @param given what a page sent
 */
export function saveRubricItem(desk: ReviewDesk, cell: ReviewCell, given: unknown): RubricOutcome {
  const { gradebook, reviewer, now } = desk.course;
  const { id, text, points } = (given ?? {}) as Record<string, unknown>;
  if (typeof text !== "string" || text.trim() === "" || text.length > longestText)
    return { fault: `A rubric item needs words, at most ${longestText} characters` };
  if (typeof points !== "number" || !Number.isInteger(points * 2) || Math.abs(points) > cell.points)
    return { fault: `Points of a rubric item must be from −${cell.points} to ${cell.points}, in halves` };
  return gradebook.transaction((): RubricOutcome => {
    const before = desk.rubric(cell);
    if (id !== undefined && !before.some((item) => item.id === id))
      return { fault: "There is no such rubric item: reload the page" };
    const { assignment, notebook, gradeId } = cell;
    const own = typeof id === "string" ? id : randomUUID();
    const item: RubricItem = { id: own, assignment, notebook, gradeId, text: text.trim(), points };
    gradebook.saveRubricItem(item);
    const after = desk.rubric(cell);
    const marks = desk.marks(cell).filter((mark) => mark.rubric.includes(own));
    let changed = 0;
    for (const mark of marks) {
      const score = itemsScore(mark, after, cell.points);
      if (score === undefined || score === mark.score || itemsScore(mark, before, cell.points) !== mark.score)
        continue;
      gradebook.saveManualMark({ ...mark, score, by: reviewer, at: now().toISOString() });
      changed += 1;
    }
    return { item, changed };
  });
}
