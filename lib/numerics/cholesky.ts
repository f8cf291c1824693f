/** How far below its diagonal entry a pivot counts as zero: rounding of a d × d factorisation. */
const roundingOf = (d: number): number => 16 * d * Number.EPSILON;

/**
 * The lower triangular L with L Lᵀ = S, shape (d, d) in one piece, for a symmetric S that is positive definite or
 * semidefinite: a pivot that is zero up to rounding gives a column of zeros. Undefined where S has a negative direction.
 */
export function cholesky(symmetric: ArrayLike<number>, d: number): Float64Array | undefined {
  const L = new Float64Array(d * d);
  const rounding = roundingOf(d);
  for (let j = 0; j < d; j += 1) {
    const onDiagonal = symmetric[j * d + j]!;
    let pivot = onDiagonal;
    for (let k = 0; k < j; k += 1) pivot -= L[j * d + k]! ** 2;
    if (!(pivot >= -rounding * Math.abs(onDiagonal))) return undefined;
    const isZero = pivot <= rounding * onDiagonal;
    const root = isZero ? 0 : Math.sqrt(pivot);
    L[j * d + j] = root;
    for (let i = j + 1; i < d; i += 1) {
      let rest = symmetric[i * d + j]!;
      for (let k = 0; k < j; k += 1) rest -= L[i * d + k]! * L[j * d + k]!;
      if (!isZero) L[i * d + j] = rest / root;
      // |S_ij|² ≤ S_ii S_jj holds for what is left too: beside a zero pivot nothing may be left.
      else if (rest ** 2 > 100 * rounding * Math.abs(onDiagonal * symmetric[i * d + i]!)) return undefined;
    }
  }
  return L;
}

/** Solves L Lᵀ x = right for a lower triangular L without zeros on its diagonal. */
export function choleskySolve(root: Float64Array, right: ArrayLike<number>): Float64Array {
  const d = right.length;
  const x = Float64Array.from(right);
  for (let j = 0; j < d; j += 1) {
    for (let k = 0; k < j; k += 1) x[j]! -= root[j * d + k]! * x[k]!;
    x[j]! /= root[j * d + j]!;
  }
  for (let j = d - 1; j >= 0; j -= 1) {
    for (let k = j + 1; k < d; k += 1) x[j]! -= root[k * d + j]! * x[k]!;
    x[j]! /= root[j * d + j]!;
  }
  return x;
}
