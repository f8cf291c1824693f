import type { FlatPoints } from "./points.ts";

/** What least squares finds. */
export interface LeastSquares {
  readonly weights: Float64Array;
  readonly intercept: number;
  /** Σ w (y − ŷ)² over the data. */
  readonly residuals: number;
  /** Trace of (XᵀX + penalty · I)⁻¹. */
  readonly inverseTrace: number;
}

/** How the line is held: at 0 or free, and how hard it is pulled to 0. */
export interface LineOptions {
  readonly intercept: boolean;
  readonly penalty: number;
}

/**
 * Least squares by Householder's QR on the rows [x…, y]: the weights that make Σ w (y − b − x·β)² + penalty |β|² least.
 * A penalty is d more rows, √penalty · I with y = 0. Columns stand one after another in memory.
 */
export function leastSquares(
  action: string,
  { values, n, d: width }: FlatPoints,
  { intercept, penalty }: LineOptions,
  itemWeights?: ArrayLike<number>,
): LeastSquares {
  const d = width - 1;
  const center = new Float64Array(width); // weighted means, taken out of x and y where an intercept is free
  if (intercept) {
    let total = 0;
    for (let i = 0; i < n; i += 1) {
      const weight = itemWeights ? itemWeights[i]! : 1;
      total += weight;
      for (let j = 0; j < width; j += 1) center[j]! += weight * values[i * width + j]!;
    }
    for (let j = 0; j < width; j += 1) center[j]! /= total;
  }
  const m = penalty > 0 ? n + d : n;
  const columns = new Float64Array(m * width);
  for (let i = 0; i < n; i += 1) {
    const root = itemWeights ? Math.sqrt(itemWeights[i]!) : 1;
    for (let j = 0; j < width; j += 1) columns[j * m + i] = root * (values[i * width + j]! - center[j]!);
  }
  if (penalty > 0) for (let j = 0; j < d; j += 1) columns[j * m + n + j] = Math.sqrt(penalty);

  triangulate(action, columns, m, d);
  const weights = new Float64Array(d);
  for (let j = d - 1; j >= 0; j -= 1) {
    let rest = columns[d * m + j]!;
    for (let l = j + 1; l < d; l += 1) rest -= columns[l * m + j]! * weights[l]!;
    weights[j] = rest / columns[j * m + j]!;
  }
  let free = center[d]!;
  for (let j = 0; j < d; j += 1) free -= weights[j]! * center[j]!;
  let residuals = 0;
  for (let i = 0; i < n; i += 1) {
    let left = values[i * width + d]! - free;
    for (let j = 0; j < d; j += 1) left -= weights[j]! * values[i * width + j]!;
    residuals += (itemWeights ? itemWeights[i]! : 1) * left * left;
  }
  return { weights, intercept: free, residuals, inverseTrace: inverseTraceOf(columns, m, d) };
}

/** Reflects the columns, the one of y too, until the first d are upper triangular. */
function triangulate(action: string, columns: Float64Array, m: number, d: number): void {
  for (let j = 0; j < d; j += 1) {
    let [below, whole] = [0, 0];
    for (let i = 0; i < m; i += 1) {
      whole += columns[j * m + i]! ** 2;
      if (i >= j) below += columns[j * m + i]! ** 2;
    }
    if (!(below > (m * 4 * Number.EPSILON) ** 2 * whole)) throw dependent(action, d, j);
    const head = columns[j * m + j]!;
    const length = head > 0 ? -Math.sqrt(below) : Math.sqrt(below);
    const first = head - length;
    columns[j * m + j] = first; // column j, from row j, is now the direction of reflection
    const scale = -1 / (length * first); // 2 / |direction|²
    for (let l = j + 1; l <= d; l += 1) {
      let along = 0;
      for (let i = j; i < m; i += 1) along += columns[j * m + i]! * columns[l * m + i]!;
      along *= scale;
      for (let i = j; i < m; i += 1) columns[l * m + i]! -= along * columns[j * m + i]!;
    }
    columns[j * m + j] = length;
  }
}

/** The error that says that no single best line exists. */
export function dependent(action: string, d: number, column: number): RangeError {
  return new RangeError(
    `Cannot ${action}: data must hold ${d} linearly independent columns of x (or the penalty be above 0), ` +
      `got column ${column} that the others give`,
  );
}

/** |R⁻¹|² of the upper triangle: the trace of (RᵀR)⁻¹. */
function inverseTraceOf(columns: Float64Array, m: number, d: number): number {
  let trace = 0;
  for (let k = 0; k < d; k += 1) {
    const solved = new Float64Array(d); // column k of R⁻¹, from row k up
    for (let j = k; j >= 0; j -= 1) {
      let rest = j === k ? 1 : 0;
      for (let l = j + 1; l <= k; l += 1) rest -= columns[l * m + j]! * solved[l]!;
      solved[j] = rest / columns[j * m + j]!;
      trace += solved[j]! ** 2;
    }
  }
  return trace;
}
