import { cholesky } from "../../numerics/cholesky.ts";
import { choleskySolve } from "../../numerics/choleskySolve.ts";
import { dependent, type LeastSquares, type LineOptions } from "../../numerics/leastSquares.ts";
import type { LeastSquaresSums } from "../leastSquaresSums.ts";

/** Least squares from sums alone, by the normal equations (XᵀX + penalty · I) β = Xᵀy and Cholesky. */
export function leastSquaresOfSums(
  action: string,
  { d, n, moments }: LeastSquaresSums,
  { intercept, penalty }: LineOptions,
): LeastSquares {
  /** Σ uv of two columns of [x…, y], about their means where an intercept is free. */
  const product = (j: number, k: number): number => {
    const raw = moments[j + 1]![k + 1]!;
    return intercept ? raw - (moments[0]![j + 1]! * moments[0]![k + 1]!) / n : raw;
  };
  const matrix = Float64Array.from({ length: d * d }, (_, at) => {
    const [j, k] = [Math.floor(at / d), at % d];
    return product(j, k) + (j === k ? penalty : 0);
  });
  const root = cholesky(matrix, d) ?? new Float64Array(d * d);
  for (let j = 0; j < d; j += 1) if (root[j * d + j] === 0) throw dependent(action, d, j);

  const weights = choleskySolve(
    root,
    Float64Array.from({ length: d }, (_, j) => product(j, d)),
  );
  let free = intercept ? moments[0]![d + 1]! / n : 0;
  let residuals = product(d, d);
  let inverseTrace = 0;
  for (let j = 0; j < d; j += 1) {
    if (intercept) free -= (weights[j]! * moments[0]![j + 1]!) / n;
    residuals -= 2 * weights[j]! * product(j, d);
    for (let k = 0; k < d; k += 1) residuals += weights[j]! * weights[k]! * product(j, k);
    inverseTrace += choleskySolve(
      root,
      Float64Array.from({ length: d }, (_, k) => (k === j ? 1 : 0)),
    )[j]!;
  }
  return { weights, intercept: free, residuals: Math.max(residuals, 0), inverseTrace };
}
