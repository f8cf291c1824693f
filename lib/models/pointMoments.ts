import { flatPoints, type Points } from "../numerics/points.ts";

/**
 * Points in d dimensions boiled down to what a Gaussian fit needs: how many, their mean, and their scatter matrix. It
 * stands where a batch of rows stands in a loop, at the same size however many rows it tells of.
 *
 *   length = n          mean = Σx / n          scatter = Σ(x − mean)(x − mean)ᵀ
 *
 * @see Chan, Golub, LeVeque (1983), Am. Stat. 37(3):242–247 (pooling), doi:10.1080/00031305.1983.10483115 — chapters 8, 10
 * @example PointMoments.of([[0, 0], [2, 4]]).scatter // => Float64Array [2, 4, 4, 8]
 * @example PointMoments.of([[0, 0]]).concat(PointMoments.of([[2, 4]])).mean // => Float64Array [1, 2]
 */
export class PointMoments {
  /** How many points there were. */
  readonly length: number;
  /** Shape (d). */
  readonly mean: Float64Array;
  /** Row after row of a symmetric matrix, shape (d · d). */
  readonly scatter: Float64Array;
  /** No single point is left. */
  readonly [item: number]: never;

  constructor(length: number, mean: Float64Array, scatter: Float64Array) {
    this.length = length;
    this.mean = mean;
    this.scatter = scatter;
  }

  /** The moments of rows, shape (n, d), n ≥ 1. */
  static of(points: Points): PointMoments {
    const { values, n, d } = flatPoints("take moments", "points", points);
    const mean = new Float64Array(d);
    for (let i = 0; i < n * d; i += 1) mean[i % d]! += values[i]! / n;
    const scatter = new Float64Array(d * d);
    for (let i = 0; i < n; i += 1) addSquare(scatter, 1, (j) => values[i * d + j]! - mean[j]!, d);
    return new PointMoments(n, mean, scatter);
  }

  /** The moments of both sets of points together. */
  concat(other: PointMoments): PointMoments {
    const d = this.mean.length;
    if (other.mean.length !== d) {
      throw new RangeError(
        `Cannot pool moments: other must tell of points of ${d} numbers, got ${other.mean.length}`,
      );
    }
    const length = this.length + other.length;
    if (length === 0) return this;
    const share = other.length / length;
    const apart = other.mean.map((x, j) => x - this.mean[j]!);
    const scatter = this.scatter.map((sum, at) => sum + other.scatter[at]!);
    addSquare(scatter, this.length * share, (j) => apart[j]!, d);
    return new PointMoments(
      length,
      this.mean.map((x, j) => x + share * apart[j]!),
      scatter,
    );
  }
}

/** Adds weight · v vᵀ, exactly symmetric. */
function addSquare(to: Float64Array, weight: number, v: (place: number) => number, d: number): void {
  for (let j = 0; j < d; j += 1) {
    for (let k = 0; k < d; k += 1) to[j * d + k]! += weight * (v(j) * v(k));
  }
}
