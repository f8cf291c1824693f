/**
 * The lines of a text that are not those of an earlier one, in order: what is left when the longest common run of both
 * (a subsequence) is taken out. So a brace of the starter goes, and one of the author's own stays.
 */
export function linesLeft(before: readonly string[], after: readonly string[]): string[] {
  // common[i][j]: how many lines the ends of both, from i and from j on, share.
  const common = Array.from({ length: before.length + 1 }, () => new Uint32Array(after.length + 1));
  const at = (i: number, j: number): number => common[i]?.[j] ?? 0;
  for (let i = before.length - 1; i >= 0; i -= 1)
    for (let j = after.length - 1; j >= 0; j -= 1)
      (common[i] as Uint32Array)[j] =
        before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const left: string[] = [];
  let i = 0;
  let j = 0;
  while (j < after.length) {
    if (i < before.length && before[i] === after[j]) {
      i += 1;
      j += 1;
    } else if (i < before.length && at(i + 1, j) >= at(i, j + 1)) i += 1;
    else {
      left.push(after[j] as string);
      j += 1;
    }
  }
  return left;
}
