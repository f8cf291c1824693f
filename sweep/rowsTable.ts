import type { GridValue } from "generation-loss/sweep";
import type { SweptPoint } from "./runSweep.ts";

/** A row as a table has it: the point's number, a column for each axis, then what the runs say. */
export type FlatRow = Readonly<Record<string, GridValue | null>>;

/**
 * All rows of a sweep for a table: the axes stand before the numbers. An axis that is called as one of the numbers is has a
 * line under it before its name.
 */
export const rowsTable = (swept: readonly SweptPoint[]): FlatRow[] =>
  swept.flatMap(({ point, rows }) =>
    rows.map(({ point: at, ...said }) => ({
      point: point.index,
      ...Object.fromEntries(
        Object.entries(at).map(([axis, value]) => [
          axis in said || axis === "point" ? `_${axis}` : axis,
          value,
        ]),
      ),
      ...said,
    })),
  );
