/**
 * What the ticked rubric items make of an exercise's points. Items that cost points are taken from full marks; as soon as one
 * that gives points is ticked, counting starts at 0. Never below 0, never above full marks.
 *
 * @param ticked points of the ticked items; undefined is the score without any
 * @example rubricScore([-0.5, -1], 4) // => 2.5
 * @example rubricScore([2, -0.5], 4) // => 1.5
 */
export function rubricScore(ticked: readonly number[], points: number): number | undefined {
  if (ticked.length === 0) return undefined;
  const start = ticked.some((each) => each > 0) ? 0 : points;
  const sum = ticked.reduce((total, each) => total + each, start);
  return Math.min(points, Math.max(0, sum));
}
