import type { ManualMark, RubricItem } from "../gradebook/manualMark.ts";
import { rubricScore } from "./rubricScore.ts";

/**
 * What the items that a mark has make of an exercise's points; undefined if it has none of the rubric. A mark of these
 * points follows from its items: it changes when they do.
 */
export const itemsScore = (
  { rubric: ticked }: Pick<ManualMark, "rubric">,
  rubric: readonly RubricItem[],
  points: number,
): number | undefined =>
  rubricScore(
    rubric.filter(({ id }) => ticked.includes(id)).map((item) => item.points),
    points,
  );
