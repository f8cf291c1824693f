import type { Cell } from "../../kernel/notebook/notebook.ts";
import { declaredNames } from "./declaredNames.ts";
import { likeness } from "./likeness.ts";
import type { LooseCell } from "./looseCell.ts";

/** The cells of a submission that hold an answer. */
export interface FoundAnswer {
  /** One, or the pieces into which it was split, in order. None if it is not there. */
  readonly cells: readonly LooseCell[];
  /** Further copies of it, which do not count. */
  readonly copies: readonly LooseCell[];
  readonly how: "name" | "id" | "likeness" | "place" | "nothing";
}

/** What two cells share of a starter's text at the least, if nothing else tells that one is the other's. */
const leastAlike = 0.5;

/**
 * Finds the answer to a starter: by the name that nbgrader gave it, by the cell's id, by what it declares or how alike it
 * is, by its place.
 *
 * @param cells those that are nothing else's
 * @param expected where it should stand among the cells of the submission
 */
export function findAnswer(
  starter: Cell,
  gradeId: string,
  cells: readonly LooseCell[],
  expected: { readonly after: number; readonly before: number },
): FoundAnswer {
  const distance = ({ place }: LooseCell): number => Math.abs(place - expected.after - 1);
  const named = cells.filter((cell) => cell.gradeId === gradeId);
  if (named.length > 0) return { ...chosen(starter, named, distance), how: "name" };
  const unnamed = cells.filter((cell) => cell.gradeId === undefined);
  const identified = unnamed.filter((cell) => cell.id === starter.id);
  if (identified.length > 0) return { ...chosen(starter, identified, distance), how: "id" };
  const names = declaredNames(starter.source);
  const declaring = unnamed.filter(({ source }) =>
    [...declaredNames(source)].some((name) => names.has(name)),
  );
  if (declaring.length > 0) return { ...chosen(starter, declaring, distance), how: "likeness" };
  const alike = unnamed.filter(({ source }) => likeness(source, starter.source) >= leastAlike);
  if (alike.length > 0) return { ...chosen(starter, alike, distance), how: "likeness" };
  const between = unnamed.filter(
    ({ place, type }) => place > expected.after && place < expected.before && type === starter.cell_type,
  );
  // A text in place of a text: nothing else tells that it is the answer.
  if (starter.cell_type === "markdown" && between.length === 1)
    return { cells: between, copies: [], how: "place" };
  return { cells: [], copies: [], how: "nothing" };
}

/** Of several candidates the pieces of one answer, or the copy that counts: not the bare starter, and nearest its place. */
function chosen(
  starter: Cell,
  candidates: readonly LooseCell[],
  distance: (cell: LooseCell) => number,
): Pick<FoundAnswer, "cells" | "copies"> {
  const worked = candidates.filter(
    ({ source }) => source.trim() !== "" && source.trim() !== starter.source.trim(),
  );
  const kept = worked.length > 0 ? worked : candidates;
  const isSplit = kept.length > 1 && starter.cell_type === "code" && !declareTheSame(kept);
  if (isSplit) return { cells: kept, copies: candidates.filter((cell) => !kept.includes(cell)) };
  const best = [...kept].sort((a, b) => distance(a) - distance(b) || b.place - a.place)[0] as LooseCell;
  return { cells: [best], copies: candidates.filter((cell) => cell !== best) };
}

/** Whether two of these declare one name, or one of them none: then they are copies and no pieces. */
function declareTheSame(cells: readonly LooseCell[]): boolean {
  const seen = new Set<string>();
  const texts = new Set(cells.map(({ source }) => source.trim()));
  if (texts.size < cells.length) return true;
  for (const { source } of cells)
    for (const name of declaredNames(source)) {
      if (seen.has(name)) return true;
      seen.add(name);
    }
  return seen.size === 0;
}
