import { Matrix, SingularValueDecomposition } from "ml-matrix";
import { cholesky } from "../numerics/cholesky.ts";
import { flatPoints, type Points } from "../numerics/points.ts";
import { requireFinite } from "../require/requireFinite.ts";
import { requireSameLength } from "../require/requireSameLength.ts";

/** A Gaussian in d dimensions by its mean, shape (d), and its covariance, shape (d, d). */
export interface MeanAndCovariance {
  readonly mean: ArrayLike<number>;
  readonly covariance: Points;
}

/**
 * Fréchet distance of two Gaussians in d dimensions: their squared 2-Wasserstein distance. Of features of images it is
 * the "FID".
 *
 *   W₂² = |mean_a − mean_b|² + tr(A + B − 2 (A^½ B A^½)^½)
 *
 * The last trace is the sum of the singular values of LᵀM for any roots A = L Lᵀ, B = M Mᵀ. Taken so (with Cholesky
 * roots), it needs no root of a rounded product and stays exact where a covariance is singular: a collapsed model.
 * It is the square that is returned, as programs for the FID do; take the root for a distance. Lower is better.
 *
 * @param a mean (d) in some unit u and covariance (d, d) in u²; a fitted multivariate gaussian's `parameters` will do
 * @param b the same for the other, in the same unit and dimension
 * @returns squared distance in u², ≥ 0; 0 when both agree
 * @throws {RangeError} if a number is not finite, sizes do not fit, or a covariance is not symmetric or has a negative
 *   direction
 * @see Dowson, Landau (1982), J. Multivar. Anal. 12(3):450–455, doi:10.1016/0047-259X(82)90077-X;
 *   Heusel et al. (2017), arXiv:1706.08500 — chapters 6 and 8
 * @example frechetDistance({ mean: [0], covariance: [[1]] }, { mean: [3], covariance: [[25]] }) // => 25
 */
export function frechetDistance(a: MeanAndCovariance, b: MeanAndCovariance): number {
  const action = "compute frechetDistance";
  const rootOfA = root(action, "a", a);
  const rootOfB = root(action, "b", b);
  requireSameLength(action, "b.mean", b.mean, "a.mean", a.mean);
  const d = a.mean.length;
  const product = Matrix.zeros(d, d); // LᵀM
  let distance = 0;
  for (let i = 0; i < d; i += 1) {
    distance += (a.mean[i]! - b.mean[i]!) ** 2 + a.covariance[i]![i]! + b.covariance[i]![i]!;
    for (let j = 0; j < d; j += 1) {
      let sum = 0;
      for (let k = Math.max(i, j); k < d; k += 1) sum += rootOfA[k * d + i]! * rootOfB[k * d + j]!;
      product.set(i, j, sum);
    }
  }
  const { diagonal } = new SingularValueDecomposition(product, {
    computeLeftSingularVectors: false,
    computeRightSingularVectors: false,
  });
  for (const singular of diagonal) distance -= 2 * singular;
  return Math.max(0, distance);
}

/** The Cholesky root of a checked covariance, in one piece. */
function root(action: string, name: string, { mean, covariance }: MeanAndCovariance): Float64Array {
  requireFinite(action, `${name}.mean`, mean);
  const { values, n, d } = flatPoints(action, `${name}.covariance`, covariance);
  if (n !== mean.length || d !== mean.length) {
    throw new RangeError(
      `Cannot ${action}: ${name}.covariance must be ${mean.length} × ${mean.length} as ${name}.mean is long, ` +
        `got ${n} × ${d}`,
    );
  }
  for (let i = 0; i < d; i += 1) {
    for (let j = 0; j < i; j += 1) {
      const [below, above] = [values[i * d + j]!, values[j * d + i]!];
      const room = 1e-12 * Math.sqrt(Math.abs(values[i * d + i]! * values[j * d + j]!));
      if (!(Math.abs(below - above) <= room)) {
        throw new RangeError(
          `Cannot ${action}: ${name}.covariance[${i}][${j}] must equal ${name}.covariance[${j}][${i}] (${above}), ` +
            `got ${below}`,
        );
      }
    }
  }
  const lower = cholesky(values, d);
  if (!lower) {
    throw new RangeError(
      `Cannot ${action}: ${name}.covariance must be positive semidefinite, got ${JSON.stringify(Array.from(values))}`,
    );
  }
  return lower;
}
