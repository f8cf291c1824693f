import type { Tridiagonal } from "./tridiagonal.ts";

/**
 * Makes a symmetric matrix tridiagonal by Householder reflections, in any engine. Takes the last row away, n times:
 * A ← H A H with H = 1 − 2 v vᵀ / |v|², touching the lower triangle only.
 *
 * @param a matrix of shape (n, n) in one piece; its lower triangle is read, and it is written over
 */
export function plainTridiagonal(a: Float64Array, n: number): Tridiagonal {
  const [diagonal, beside] = [new Float64Array(n), new Float64Array(n)];
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
  return { diagonal, beside };
}
