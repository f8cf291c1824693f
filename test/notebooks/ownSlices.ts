import { type SliceCell, slice } from "../../kernel/compile/slice.ts";
import type { LoadTypeScript } from "../../kernel/compile/stripTypes.ts";

/**
 * The slices under single cells that take a run of their own to prove that each is enough for its last cell. A slice with
 * which another begins takes none: until its last cell has run, the other's run is its run. So it is with one with which
 * the whole notebook begins. A slice whose cells another merely holds takes its own: what it lacks may be among the cells
 * that the other adds.
 *
 * @param cells code cells, in order
 */
export function ownSlices(cells: readonly SliceCell[], loadTypeScript?: LoadTypeScript): string[][] {
  const whole = cells.map(({ id }) => id);
  const slices = whole.map((id) => slice(cells, { wanted: [id] }, loadTypeScript));
  return slices.filter(
    (one) => !begins(whole, one) && !slices.some((other) => other !== one && begins(other, one)),
  );
}

const begins = (long: readonly string[], short: readonly string[]): boolean =>
  short.every((id, place) => long[place] === id);
