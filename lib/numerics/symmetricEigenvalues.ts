import { plainTridiagonal } from "./parts/plainTridiagonal.ts";
import { tridiagonalInLanes } from "./parts/tridiagonalInLanes.ts";

/** Below this size the plain way is done before WebAssembly has started. Both give the same bits. */
const few = 24;

/**
 * Eigenvalues of a symmetric matrix, without vectors: Householder reflections make it tridiagonal (4/3 n³ operations),
 * then implicit QL steps make it diagonal. Without vectors it takes a small part of the time of a full decomposition.
 *
 * @param a matrix of shape (n, n) in one piece; its lower triangle is read, and it is written over
 * @returns eigenvalues, shape (n), in no order
 * @see Golub, Van Loan (2013), Matrix Computations, 4th ed., §8.3
 */
export function symmetricEigenvalues(a: Float64Array, n: number): Float64Array {
  const { diagonal, beside } = (n < few ? undefined : tridiagonalInLanes(a, n)) ?? plainTridiagonal(a, n);
  diagonalise(diagonal, beside);
  return diagonal;
}

/** Implicit QL with shifts on a tridiagonal matrix; `diagonal` ends as the eigenvalues. */
function diagonalise(diagonal: Float64Array, beside: Float64Array): void {
  const n = diagonal.length;
  const next = new Float64Array(n); // next[i] links i and i + 1
  for (let i = 1; i < n; i += 1) next[i - 1] = beside[i]!;
  for (let start = 0; start < n; start += 1) {
    for (;;) {
      let end = start;
      for (; end < n - 1; end += 1) {
        const size = Math.abs(diagonal[end]!) + Math.abs(diagonal[end + 1]!);
        if (Math.abs(next[end]!) <= Number.EPSILON * size || Math.abs(next[end]!) < 1e-300) break;
      }
      if (end === start) break;
      // the shift: the eigenvalue of the first 2 × 2 block that is nearer its corner
      let g = (diagonal[start + 1]! - diagonal[start]!) / (2 * next[start]!);
      const root = Math.hypot(g, 1);
      g = diagonal[end]! - diagonal[start]! + next[start]! / (g + (g >= 0 ? root : -root));
      let [sine, cosine, shifted] = [1, 1, 0];
      let i = end - 1;
      for (; i >= start; i -= 1) {
        const f = sine * next[i]!;
        const b = cosine * next[i]!;
        const r = Math.sqrt(f * f + g * g);
        next[i + 1] = r;
        if (r === 0) {
          diagonal[i + 1]! -= shifted;
          next[end] = 0;
          break;
        }
        sine = f / r;
        cosine = g / r;
        g = diagonal[i + 1]! - shifted;
        const turn = (diagonal[i]! - g) * sine + 2 * cosine * b;
        shifted = sine * turn;
        diagonal[i + 1] = g + shifted;
        g = cosine * turn - b;
      }
      if (i >= start) continue; // it fell apart in the middle: look again
      diagonal[start]! -= shifted;
      next[start] = g;
      next[end] = 0;
    }
  }
}
