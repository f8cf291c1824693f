/** Points in d dimensions: rows of shape (n, d). Any array of any arrays of numbers will do. */
export type Points = ArrayLike<ArrayLike<number>>;

/** Points in one piece: row i stands at values[i · d] … values[i · d + d − 1]. */
export interface FlatPoints {
  readonly values: Float64Array;
  readonly n: number;
  readonly d: number;
}

/**
 * A copy of the points in one piece. Refuses fewer than `atLeast` rows, rows without numbers or of unequal length, and
 * numbers that are not finite. `action` completes "Cannot …"; `argument` names what the caller gave.
 */
export function flatPoints(action: string, argument: string, points: Points, atLeast = 1): FlatPoints {
  const n = points.length;
  if (!(n >= atLeast)) {
    throw new RangeError(
      `Cannot ${action}: ${argument} must hold at least ${atLeast} row${atLeast === 1 ? "" : "s"}, got ${n}`,
    );
  }
  const d = points[0]?.length ?? 0;
  if (d === 0) {
    throw new TypeError(
      `Cannot ${action}: ${argument}[0] must be a row of at least 1 number, got ${shown(points[0])}`,
    );
  }
  const values = new Float64Array(n * d);
  for (let i = 0; i < n; i += 1) {
    const row = points[i];
    if (row?.length !== d) {
      throw new RangeError(
        `Cannot ${action}: ${argument}[${i}] must be a row of ${d} numbers as ${argument}[0] is, got ${shown(row)}`,
      );
    }
    for (let j = 0; j < d; j += 1) {
      const x = row[j]!;
      if (!Number.isFinite(x)) {
        throw new RangeError(`Cannot ${action}: ${argument}[${i}][${j}] must be finite, got ${String(x)}`);
      }
      values[i * d + j] = x;
    }
  }
  return { values, n, d };
}

/** The rows of shape (n, d) that values in one piece hold: views, not copies. */
export function rowsOf(values: Float64Array, d: number): Float64Array[] {
  return Array.from({ length: values.length / d }, (_, i) => values.subarray(i * d, (i + 1) * d));
}

/** What stood in a row's place, as an error says it. */
function shown(row: ArrayLike<number> | undefined): string {
  return row?.length === undefined ? String(row) : `a row of ${row.length}`;
}
