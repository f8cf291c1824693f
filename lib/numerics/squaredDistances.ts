import type { FlatPoints } from "./points.ts";

/** Points as columns, filled up with zeros to a multiple of four columns and to an even number of rows. */
export type Columns = readonly Float64Array[];

/** The columns of the points: for distances between all of them, which go column by column. */
export function columnsOf({ values, n, d }: FlatPoints): Columns {
  return Array.from({ length: d + (-d & 3) }, (_, c) => {
    const column = new Float64Array(n + (n & 1));
    if (c < d) for (let i = 0; i < n; i += 1) column[i] = values[i * d + c]!;
    return column;
  });
}

/**
 * Squared distances from two points of xs, `i` and `i + 1`, to points 0 … count − 1 of ys, written to `first` and
 * `second`. Differences are taken before they are squared: two equal points are exactly 0 apart.
 *
 * Two points and four columns at once keep eight differences in registers: three times as fast as pair by pair.
 */
export function squaredDistances(
  xs: Columns,
  i: number,
  ys: Columns,
  count: number,
  first: Float64Array,
  second: Float64Array,
): void {
  first.fill(0, 0, count);
  second.fill(0, 0, count);
  for (let c = 0; c < xs.length; c += 4) {
    const [x0, x1, x2, x3] = [xs[c]!, xs[c + 1]!, xs[c + 2]!, xs[c + 3]!];
    const [a0, a1, a2, a3] = [x0[i]!, x1[i]!, x2[i]!, x3[i]!];
    const [b0, b1, b2, b3] = [x0[i + 1]!, x1[i + 1]!, x2[i + 1]!, x3[i + 1]!];
    const [y0, y1, y2, y3] = [ys[c]!, ys[c + 1]!, ys[c + 2]!, ys[c + 3]!];
    for (let j = 0; j < count; j += 1) {
      const u0 = y0[j]!;
      const u1 = y1[j]!;
      const u2 = y2[j]!;
      const u3 = y3[j]!;
      first[j]! +=
        (a0 - u0) * (a0 - u0) + (a1 - u1) * (a1 - u1) + (a2 - u2) * (a2 - u2) + (a3 - u3) * (a3 - u3);
      second[j]! +=
        (b0 - u0) * (b0 - u0) + (b1 - u1) * (b1 - u1) + (b2 - u2) * (b2 - u2) + (b3 - u3) * (b3 - u3);
    }
  }
}
