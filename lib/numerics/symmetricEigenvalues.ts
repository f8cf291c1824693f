/**
 * Eigenvalues of a symmetric matrix, without vectors: Householder reflections make it tridiagonal (4/3 n³ operations),
 * then implicit QL steps make it diagonal. Without vectors it takes a small part of the time of a full decomposition.
 *
 * @param a matrix of shape (n, n) in one piece; its lower triangle is read, and it is written over
 * @returns eigenvalues, shape (n), in no order
 * @see Golub, Van Loan (2013), Matrix Computations, 4th ed., §8.3
 */
export function symmetricEigenvalues(a: Float64Array, n: number): Float64Array {
  const diagonal = new Float64Array(n);
  const beside = new Float64Array(n); // beside[i] links i and i − 1
  tridiagonalise(a, n, diagonal, beside);
  diagonalise(diagonal, beside);
  return diagonal;
}

/** Takes the last row away, n times: A ← H A H with H = 1 − 2 v vᵀ / |v|², touching the lower triangle only. */
function tridiagonalise(a: Float64Array, n: number, diagonal: Float64Array, beside: Float64Array): void {
  const product = new Float64Array(n);
  for (let last = n - 1; last >= 1; last -= 1) {
    const v = a.subarray(last * n, last * n + last); // the row left of the diagonal becomes v
    diagonal[last] = a[last * n + last]!;
    let greatest = 0;
    for (let k = 0; k < last - 1; k += 1) greatest = Math.max(greatest, Math.abs(v[k]!));
    const corner = v[last - 1]!;
    if (greatest === 0) {
      beside[last] = corner; // already tridiagonal here
      continue;
    }
    greatest = Math.max(greatest, Math.abs(corner));
    let squares = 0;
    for (let k = 0; k < last; k += 1) {
      v[k]! /= greatest;
      squares += v[k]! * v[k]!;
    }
    const length = v[last - 1]! > 0 ? -Math.sqrt(squares) : Math.sqrt(squares);
    beside[last] = greatest * length;
    const half = squares - v[last - 1]! * length; // |v|² / 2
    v[last - 1]! -= length;
    // product = A v / half, from the lower triangle alone: each entry is used for its row and its column
    let alongV = 0;
    product.fill(0, 0, last);
    for (let i = 0; i < last; i += 1) {
      const row = a.subarray(i * n, i * n + i + 1);
      const vi = v[i]!;
      let sum = row[i]! * vi;
      for (let k = 0; k < i; k += 1) {
        sum += row[k]! * v[k]!;
        product[k]! += row[k]! * vi;
      }
      product[i]! += sum;
    }
    for (let i = 0; i < last; i += 1) {
      product[i]! /= half;
      alongV += product[i]! * v[i]!;
    }
    const shift = alongV / (2 * half);
    for (let i = 0; i < last; i += 1) product[i]! -= shift * v[i]!;
    for (let i = 0; i < last; i += 1) {
      const row = a.subarray(i * n, i * n + i + 1);
      const [vi, pi] = [v[i]!, product[i]!];
      for (let k = 0; k <= i; k += 1) row[k]! -= vi * product[k]! + pi * v[k]!;
    }
  }
  diagonal[0] = a[0]!;
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
