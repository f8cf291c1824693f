import { cholesky } from "../numerics/cholesky.ts";
import { flatPoints, type Points, rowsOf } from "../numerics/points.ts";
import { requireOptions } from "../require/requireOptions.ts";
import type { Distribution } from "./distribution.ts";
import { gamma } from "./gamma.ts";
import { standardNormal } from "./standardNormal.ts";

/**
 * The Wishart distribution: the law of Σ x xᵀ over ν independent draws x ~ N(0, scale) in d dimensions.
 *
 *   E[W] = ν · scale          Var[W_ij] = ν (scale_ij² + scale_ii · scale_jj)
 *
 * The covariance matrix of n normal points is distributed as W(n − 1, Σ) / (n − 1): one draw replaces n points.
 * Drawn by Bartlett's decomposition W = (L A)(L A)ᵀ, with scale = L Lᵀ, A lower triangular, A_ii² ~ χ²(ν − i) for
 * i = 0 … d − 1, and standard normal draws below the diagonal.
 *
 * @param options.degreesOfFreedom ν, > d − 1, not necessarily whole
 * @param options.scale covariance of one x, shape (d, d), symmetric and positive semidefinite
 * @returns a function (rng) → W, an array of d rows, shape (d, d), exactly symmetric
 * @throws {RangeError} if degreesOfFreedom is not above d − 1, or scale is not symmetric and positive semidefinite
 * @throws {TypeError} if scale holds no rows of numbers
 * @see Bartlett (1933), Proc. R. Soc. Edinb. 53:260–283, doi:10.1017/S0370164600015637 — chapter 1
 * @example
 * const draw = wishart({ degreesOfFreedom: 4, scale: [[2, 1], [1, 2]] })(seeded(1));
 * draw[0][1] === draw[1][0] // => true
 */
export function wishart(options: { degreesOfFreedom: number; scale: Points }): Distribution<Float64Array[]> {
  requireOptions("make a wishart distribution", options);
  const { degreesOfFreedom } = options;
  const { factor, d } = choleskyFactor(options.scale);
  if (!(degreesOfFreedom > d - 1 && degreesOfFreedom < Infinity)) {
    throw new RangeError(
      `Cannot make a wishart distribution: degreesOfFreedom must be finite and above ${d - 1}, got ${String(degreesOfFreedom)}`,
    );
  }
  const squares = Array.from({ length: d }, (_, i) => gamma({ shape: (degreesOfFreedom - i) / 2, scale: 2 }));

  return (rng) => {
    const root = new Float64Array(d * d); // L A, lower triangular
    for (let j = 0; j < d; j += 1) {
      for (let i = j; i < d; i += 1) {
        const a = i === j ? Math.sqrt(squares[i]!(rng)) : standardNormal(rng); // A_ij
        for (let row = i; row < d; row += 1) root[row * d + j]! += factor[row * d + i]! * a;
      }
    }
    const product = new Float64Array(d * d);
    for (let i = 0; i < d; i += 1) {
      for (let j = 0; j <= i; j += 1) {
        let sum = 0;
        for (let k = 0; k <= j; k += 1) sum += root[i * d + k]! * root[j * d + k]!;
        product[i * d + j] = sum;
        product[j * d + i] = sum;
      }
    }
    return rowsOf(product, d);
  };
}

/** L of scale = L Lᵀ, in one piece. */
function choleskyFactor(scale: Points): { factor: Float64Array; d: number } {
  const action = "make a wishart distribution";
  const { values, n, d } = flatPoints(action, "scale", scale);
  if (n !== d) throw new RangeError(`Cannot ${action}: scale must be square, got ${n} rows of ${d} numbers`);
  for (let i = 0; i < d; i += 1) {
    for (let j = 0; j < i; j += 1) {
      const [below, above] = [values[i * d + j]!, values[j * d + i]!];
      if (below !== above) {
        throw new RangeError(
          `Cannot ${action}: scale[${i}][${j}] must equal scale[${j}][${i}] = ${above}, got ${below}`,
        );
      }
    }
  }
  const factor = cholesky(values, d);
  if (factor) return { factor, d };
  const rows = rowsOf(values, d).map((row) => `[${row.join(", ")}]`);
  throw new RangeError(`Cannot ${action}: scale must be positive semidefinite, got [${rows.join(", ")}]`);
}
