import { cholesky, choleskySolve } from "../../numerics/cholesky.ts";
import { dependent } from "../../numerics/leastSquares.ts";
import type { FlatPoints } from "../../numerics/points.ts";

const action = "fit logistic regression";

/** What Newton's method found. */
export interface LogisticFit {
  readonly weights: Float64Array;
  readonly intercept: number;
}

/**
 * Logistic regression by Newton's method (iteratively reweighted least squares), on rows [x…, y] with y 0 or 1:
 *
 *   argmin Σ w log(1 + exp(−±η)) + ½ penalty |weights|²,    η = intercept + x · weights, ± by label
 *
 * The objective is convex; a step that would raise it is halved. Refuses data for which no minimum exists.
 */
export function logisticNewton(
  { values: given, n, d: width }: FlatPoints,
  intercept: boolean,
  penalty: number,
  itemWeights?: ArrayLike<number>,
): LogisticFit {
  const d = width - 1;
  // A free intercept takes any shift of x: about the means, columns far from 0 keep their digits.
  const values = Float64Array.from(given);
  const means = new Float64Array(d);
  if (intercept) {
    for (let i = 0; i < n; i += 1) {
      for (let j = 0; j < d; j += 1) means[j]! += given[i * width + j]! / n;
    }
    for (let i = 0; i < n; i += 1) {
      for (let j = 0; j < d; j += 1) values[i * width + j]! -= means[j]!;
    }
  }
  const size = intercept ? d + 1 : d; // the intercept stands last
  const coordinate = (i: number, j: number): number => (j < d ? values[i * width + j]! : 1);
  const weightOf = (i: number): number => (itemWeights ? itemWeights[i]! : 1);
  const score = (beta: Float64Array, i: number): number => {
    let eta = intercept ? beta[d]! : 0;
    for (let j = 0; j < d; j += 1) eta += beta[j]! * values[i * width + j]!;
    return eta;
  };
  /** The objective; and whether every row with weight lies on its own side of the plane. */
  const loss = (beta: Float64Array): { value: number; separates: boolean } => {
    let value = 0;
    let separates = true;
    for (let j = 0; j < d; j += 1) value += 0.5 * penalty * beta[j]! ** 2;
    for (let i = 0; i < n; i += 1) {
      const eta = score(beta, i);
      const margin = values[i * width + d] === 1 ? eta : -eta;
      if (!(margin > 0) && weightOf(i) > 0) separates = false;
      value += weightOf(i) * (Math.log1p(Math.exp(-Math.abs(margin))) + Math.max(-margin, 0));
    }
    return { value, separates };
  };

  let beta = new Float64Array(size);
  let { value } = loss(beta);
  let before = Infinity;
  for (let iteration = 0; iteration < 100; iteration += 1) {
    const gradient = new Float64Array(size);
    const hessian = new Float64Array(size * size);
    for (let i = 0; i < n; i += 1) {
      const p = 1 / (1 + Math.exp(-score(beta, i)));
      const slope = weightOf(i) * (p - values[i * width + d]!);
      const curve = weightOf(i) * p * (1 - p);
      for (let j = 0; j < size; j += 1) {
        const x = coordinate(i, j);
        gradient[j]! += slope * x;
        for (let k = 0; k <= j; k += 1) hessian[j * size + k]! += curve * x * coordinate(i, k);
      }
    }
    for (let j = 0; j < d; j += 1) {
      gradient[j]! += penalty * beta[j]!;
      hessian[j * size + j]! += penalty;
    }
    const root = cholesky(hessian, size);
    const flat = root?.findIndex((pivot, at) => at % (size + 1) === 0 && pivot === 0) ?? 0;
    if (!root || flat >= 0) throw iteration === 0 ? dependent(action, d, flat % size) : separable(penalty);

    const step = choleskySolve(root, gradient);
    let decrement = 0; // twice what a full step should lower the objective by
    for (let j = 0; j < size; j += 1) decrement += step[j]! * gradient[j]!;
    let stride = 1;
    let next = moved(beta, step, stride);
    let after = loss(next);
    while (after.value > value && decrement > 1e-14 * (1 + value) && stride > 1e-10) {
      stride /= 2;
      next = moved(beta, step, stride);
      after = loss(next);
    }
    beta = next;
    value = after.value;
    if (penalty === 0 && after.separates) throw separable(penalty);
    if (decrement <= 1e-12 * (1 + value)) {
      // Near a minimum the decrement squares; along a direction without one it falls by e per step.
      if (penalty === 0 && decrement > 0.1 * before) throw separable(penalty);
      let free = intercept ? beta[d]! : 0;
      for (let j = 0; j < d; j += 1) free -= beta[j]! * means[j]!;
      return { weights: beta.slice(0, d), intercept: free };
    }
    before = decrement;
  }
  throw separable(penalty);
}

/** No minimum: the plane can always be made steeper. */
function separable(penalty: number): RangeError {
  return new RangeError(
    `Cannot ${action}: data must hold labels that no plane separates (or the penalty be above 0), ` +
      `got separable data with penalty ${penalty}`,
  );
}

function moved(beta: Float64Array, step: Float64Array, stride: number): Float64Array<ArrayBuffer> {
  return Float64Array.from(beta, (b, j) => b - stride * step[j]!);
}
