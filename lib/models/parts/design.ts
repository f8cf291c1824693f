import { flatPoints, type Points } from "../../numerics/points.ts";
import type { Rng } from "../../random/rng.ts";

/** Where the x of written rows come from: rows that are labelled anew each time, or a function that makes `count` rows. */
export type Design = Points | ((count: number, rng: Rng) => Points);

/** Fills the first d numbers of each row. */
export type FillDesign = (batch: readonly Float64Array[], rng: Rng) => void;

/** A design made ready, with a copy of given rows: row i of a batch gets row i of the design, and after the last the first. */
export function designOf(action: string, design: Design): (d: number) => FillDesign {
  const wrongWidth = (d: number, got: number) =>
    new RangeError(`Cannot ${action}: design must hold rows of ${d} numbers as data has x, got ${got}`);
  if (typeof design !== "function") {
    const { values, n, d: width } = flatPoints(action, "design", design);
    return (d) => {
      if (width !== d) throw wrongWidth(d, width);
      return (batch) => {
        for (const [i, row] of batch.entries()) {
          const from = (i % n) * d;
          for (let j = 0; j < d; j += 1) row[j] = values[from + j]!;
        }
      };
    };
  }
  return (d) => (batch, rng) => {
    if (batch.length === 0) return;
    const { values, n, d: width } = flatPoints(action, "design", design(batch.length, rng));
    if (n !== batch.length) {
      throw new RangeError(`Cannot ${action}: design must give ${batch.length} rows, got ${n}`);
    }
    if (width !== d) throw wrongWidth(d, width);
    for (const [i, row] of batch.entries()) row.set(values.subarray(i * d, (i + 1) * d));
  };
}
