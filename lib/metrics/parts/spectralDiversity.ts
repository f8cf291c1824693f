import { symmetricEigenvalues } from "../../numerics/symmetricEigenvalues.ts";

/**
 * exp(−Σ λ ln λ) of the eigenvalues λ of K / count, K symmetric of shape (size, size) in one piece, which is written
 * over. Refuses a matrix with a negative eigenvalue. `action` completes "Cannot …"; `name` says where K came from.
 */
export function spectralDiversity(
  action: string,
  name: string,
  matrix: Float64Array,
  size: number,
  count: number,
): number {
  let entropy = 0;
  for (const eigenvalue of symmetricEigenvalues(matrix, size)) {
    const share = eigenvalue / count;
    if (share < -1e-9) {
      throw new RangeError(
        `Cannot ${action}: ${name} must be positive semidefinite, got the eigenvalue ${Number(eigenvalue.toPrecision(6))}`,
      );
    }
    if (share > 0) entropy -= share * Math.log(share);
  }
  return Math.min(size, Math.max(1, Math.exp(entropy))); // rounding must not leave the range
}
