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
