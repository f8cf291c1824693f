import { flatPoints, type Points, rowsOf } from "../numerics/points.ts";
import { requireInteger } from "../require/requireInteger.ts";
import { requireOptions } from "../require/requireOptions.ts";
import { requireItemWeights } from "./parts/requireItemWeights.ts";

/**
 * Sums over rows [x…, y] from which a linear regression can be fitted; the rows themselves are forgotten. They stand where
 * a batch of rows stands in a loop.
 */
export interface LeastSquaresSums {
  /** Rows seen, or the sum of their weights: the same as `n`. */
  readonly length: number;
  /** No single row is left. */
  readonly [row: number]: never;
  /** The sums over both sets of rows together, in new sums. */
  concat(other: LeastSquaresSums): LeastSquaresSums;
  /** How many numbers x has. */
  readonly d: number;
  /** Rows seen, or the sum of their weights. */
  readonly n: number;
  /** Adds rows [x…, y], shape (m, d + 1), and gives the sums themselves back. */
  add(rows: Points, weights?: ArrayLike<number>): LeastSquaresSums;
  /** XᵀX, shape (d, d). */
  readonly xtx: Float64Array[];
  /** Xᵀy, shape (d). */
  readonly xty: Float64Array;
  /** Σ v vᵀ over rows v = [1, x…, y], shape (d + 2, d + 2): all that there is. */
  readonly moments: Float64Array[];
}

/**
 * The normal equations, growing: sums of products over rows [x…, y]. They hold all that least squares needs, so an
 * accumulate loop may run in constant memory: `sums.add(newRows)`, then `linearRegression(…).fitSums(sums)`.
 *
 * The sums square the condition of X: where columns nearly depend on each other, or lie far from 0 beside their spread,
 * `fit` on the rows keeps more digits.
 *
 * @param options.d how many numbers x has, ≥ 1
 * @returns sums over no rows yet; `add` refuses rows that do not hold d + 1 finite numbers
 * @throws {RangeError} if d is not an integer ≥ 1
 * @see Gerstgrasser et al. (2024), arXiv:2404.01413 — chapters 9, 13
 * @example leastSquaresSums({ d: 1 }).add([[1, 2], [3, 4]]).add([[5, 6]]).xtx // => [Float64Array [35]]
 * @example leastSquaresSums({ d: 1 }).add([[1, 2], [3, 4]]).add([[5, 6]]).xty // => Float64Array [44]
 */
export function leastSquaresSums(options: { d: number }): LeastSquaresSums {
  const { d } = requireOptions("sum for least squares", options);
  requireInteger("sum for least squares", "d", d, 1);
  return sumsOf(d, new Float64Array((d + 2) ** 2));
}

function sumsOf(d: number, moments: Float64Array): LeastSquaresSums {
  const size = d + 2;
  const row = new Float64Array(size).fill(1);
  return Object.freeze({
    d,
    get n() {
      return moments[0]!;
    },
    get length() {
      return moments[0]!;
    },
    concat(other: LeastSquaresSums) {
      if (other.d !== d) {
        throw new RangeError(
          `Cannot pool for least squares: other must hold sums of d = ${d}, got ${String(other.d)}`,
        );
      }
      const rows = other.moments;
      return sumsOf(
        d,
        moments.map((sum, at) => sum + rows[Math.floor(at / size)]![at % size]!),
      );
    },
    add(rows: Points, weights?: ArrayLike<number>) {
      const action = "add to least squares";
      const { values, n, d: width } = flatPoints(action, "rows", rows);
      if (width !== d + 1) {
        throw new RangeError(
          `Cannot ${action}: rows must hold ${d + 1} numbers, x and y, got a row of ${width}`,
        );
      }
      if (weights) requireItemWeights(action, weights, n);
      for (let i = 0; i < n; i += 1) {
        row.set(values.subarray(i * width, (i + 1) * width), 1);
        for (let j = 0; j < size; j += 1) {
          const weighted = (weights ? weights[i]! : 1) * row[j]!;
          for (let k = 0; k < size; k += 1) moments[j * size + k]! += weighted * row[k]!;
        }
      }
      return this;
    },
    get xtx() {
      return rowsOf(moments.slice(), size)
        .slice(1, -1)
        .map((full) => full.slice(1, -1));
    },
    get xty() {
      return Float64Array.from({ length: d }, (_, j) => moments[(j + 1) * size + size - 1]!);
    },
    get moments() {
      return rowsOf(moments.slice(), size);
    },
  });
}
