/** Points as a person types them. */
export type ReadScore = { readonly score: number | null } | { readonly fault: string };

/**
 * Reads points: whole or half ones from 0 to all of them; also half ones below an uneven whole, such as 0.75 of 1.25. With a
 * comma or a point. Nothing typed is no score.
 */
export function readScore(typed: string, points: number): ReadScore {
  const text = typed.trim().replace(",", ".");
  if (text === "") return { score: null };
  const score = /^\d+(?:\.\d*)?$|^\.\d+$/.test(text) ? Number(text) : Number.NaN;
  return isScore(score, points)
    ? { score }
    : { fault: `Points must be from 0 to ${points}, in halves, got ${typed.trim().slice(0, 20)}` };
}

export function isScore(score: number, points: number): boolean {
  const isHalf = (value: number): boolean => Number.isInteger(value * 2);
  return score >= 0 && score <= points && (isHalf(score) || isHalf(points - score));
}
