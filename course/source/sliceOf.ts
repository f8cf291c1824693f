import { ts } from "../../kernel/check/typescript.ts";
import { slice } from "../../kernel/compile/slice.ts";
import type { CodeCell } from "../../kernel/notebook/notebook.ts";

/**
 * The code cells that a graded cell stands on, itself among them, with whatever known answer: the instructor's, the
 * starter, a listed wrong one.
 *
 * @param variants by id of an answer's cell, other answers than the one in it
 * @returns ids, in order
 * @throws {CellSyntaxError} for a cell that cannot be compiled
 */
export function sliceOf(
  cells: readonly CodeCell[],
  id: string,
  variants: ReadonlyMap<string, readonly string[]>,
): string[] {
  const ids = cells.map((cell) => cell.id);
  const cut = (some: readonly { id: string; source: string }[], wanted: readonly string[]): string[] =>
    slice(some, { wanted, withTypes: true }, () => ts);
  const solved = cut(cells, [id]);
  // Each other answer stands as a cell before the instructor's, so that one cut finds what all of them need.
  const extra = new Map(
    solved.flatMap((each) => {
      const others = variants.get(each)?.map((source, index) => ({ id: `${each} ${index}`, source }));
      return others ? [[each, others] as const] : [];
    }),
  );
  const all = cells.flatMap((cell) => [...(extra.get(cell.id) ?? []), cell]);
  const found = new Set(cut(all, [id, ...[...extra.values()].flat().map((cell) => cell.id)]));
  return ids.filter((each) => found.has(each));
}
