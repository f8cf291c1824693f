import { flatPoints, type Points } from "../numerics/points.ts";
import { spectralDiversity } from "./parts/spectralDiversity.ts";

/**
 * Vendi score of n items from a matrix K of their similarities: the effective number of different items,
 *
 *   exp(−Σ λ ln λ),   λ = eigenvalues of K / n.
 *
 * n equal items count 1, n items with nothing in common count n. It needs no reference data. Higher is more diverse.
 * The cost is that of n × n eigenvalues, O(n³); of points in few dimensions see `vendiOfPoints`.
 *
 * @param similarities K, shape (n, n): symmetric, positive semidefinite, 1 on the diagonal
 * @returns effective number of items, 1 … n
 * @throws {RangeError} if the matrix is empty, not square, not finite, not symmetric, not 1 on its diagonal, or has a
 *   negative eigenvalue
 * @see Friedman, Dieng (2023), Trans. Mach. Learn. Res., arXiv:2210.02410 — chapter 6
 * @example vendi([[1, 1], [1, 1]]).toFixed(6) // => "1.000000"
 * @example vendi([[1, 0.5], [0.5, 1]]).toFixed(6) // => "1.754765"
 */
export function vendi(similarities: Points): number {
  const action = "compute vendi";
  const { values, n, d } = flatPoints(action, "similarities", similarities);
  if (n !== d) throw new RangeError(`Cannot ${action}: similarities must be square, got ${n} × ${d}`);
  for (let i = 0; i < n; i += 1) {
    if (!(Math.abs(values[i * n + i]! - 1) <= 1e-9)) {
      throw new RangeError(`Cannot ${action}: similarities[${i}][${i}] must be 1, got ${values[i * n + i]}`);
    }
    for (let j = 0; j < i; j += 1) {
      const [below, above] = [values[i * n + j]!, values[j * n + i]!];
      if (!(Math.abs(below - above) <= 1e-9)) {
        throw new RangeError(
          `Cannot ${action}: similarities[${i}][${j}] must equal similarities[${j}][${i}] (${above}), got ${below}`,
        );
      }
    }
  }
  return spectralDiversity(action, "similarities", values, n, n);
}
