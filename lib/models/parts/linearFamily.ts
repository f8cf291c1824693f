import { cholesky, choleskySolve } from "../../numerics/cholesky.ts";
import { dependent, type LeastSquares, type LineOptions, leastSquares } from "../../numerics/leastSquares.ts";
import { flatPoints, type Points, rowsOf } from "../../numerics/points.ts";
import type { Rng } from "../../random/rng.ts";
import { standardNormal } from "../../random/standardNormal.ts";
import { requireBoolean } from "../../require/requireBoolean.ts";
import { requireFinite } from "../../require/requireFinite.ts";
import { requireFiniteNumber } from "../../require/requireFiniteNumber.ts";
import { requireInteger } from "../../require/requireInteger.ts";
import { requireNotNegative } from "../../require/requireNotNegative.ts";
import type { LeastSquaresSums } from "../leastSquaresSums.ts";
import type { Family, Fitted } from "../model.ts";
import { type Design, designOf } from "./design.ts";
import { requireItemWeights } from "./requireItemWeights.ts";
import { requireRow } from "./requireRow.ts";

/** What a linear fit finds: y = intercept + x · weights + noise. */
export interface LinearParameters {
  /** Shape (d), in units of y per unit of x. */
  readonly weights: Float64Array;
  /** In the unit of y; 0 for a line through the origin. */
  readonly intercept: number;
  /** Variance of y about the line, in the unit of y squared. */
  readonly noiseVariance: number;
}

/** How a linear model is fitted, and how it writes. */
export interface LinearOptions {
  /** The x that the model writes y for: rows that it labels anew each time, in their order, or `(count, rng) => rows`. */
  readonly design: Design;
  /** True for a free intercept, false for a line through the origin. */
  readonly intercept: boolean;
  /**
   * Variance of the noise that the model adds when it writes: a known number, or the residual sum of squares over n
   * (maximum likelihood) or over n − df, df being the number of fitted coefficients (for ridge, the effective number).
   */
  readonly noiseVariance: number | "RSS / n" | "RSS / (n - df)";
}

/** A linear model that has learned; its `logProb` is the log density of the last number of a row, y, given the others. */
export interface FittedLinear extends Fitted<ArrayLike<number>, LinearParameters, Float64Array[]> {
  sampleInto(batch: Float64Array[], rng: Rng): Float64Array[];
  logProb(row: ArrayLike<number>): number;
  /** The line's y for each x: rows of shape (n, d) to shape (n), without noise. */
  predict(points: Points): Float64Array;
}

/** A family of linear models over rows [x…, y]. */
export interface LinearFamily extends Family<ArrayLike<number>, LinearParameters, Float64Array[]> {
  fit(data: Points): FittedLinear;
  fitWeighted(data: Points, weights: ArrayLike<number>): FittedLinear;
  /** Learns from sums alone, the rows long forgotten. */
  fitSums(sums: LeastSquaresSums): FittedLinear;
  /** A line known without data: the true law that a loop starts from. */
  known(parameters: { weights: ArrayLike<number>; intercept: number; noiseVariance: number }): FittedLinear;
}

/** Linear and ridge regression are one family with a penalty. */
export function linearFamily(name: string, penalty: number, options: LinearOptions): LinearFamily {
  const { intercept, noiseVariance } = options;
  const make = `make a ${name} family`;
  const fit = `fit ${name}`;
  requireBoolean(make, "intercept", intercept);
  requireNotNegative(make, "penalty", penalty);
  if (typeof noiseVariance === "number") requireNotNegative(make, "noiseVariance", noiseVariance);
  else if (noiseVariance !== "RSS / n" && noiseVariance !== "RSS / (n - df)") {
    throw new TypeError(
      `Cannot ${make}: noiseVariance must be a number, "RSS / n" or "RSS / (n - df)", got ${String(noiseVariance)}`,
    );
  }
  const design = designOf(`sample ${name}`, options.design);
  const line = { intercept, penalty };

  const noiseOf = ({ residuals, inverseTrace, weights }: LeastSquares, n: number): number => {
    if (typeof noiseVariance === "number") return noiseVariance;
    if (noiseVariance === "RSS / n") return residuals / n;
    const df = weights.length - penalty * inverseTrace + (intercept ? 1 : 0);
    if (!(n - df > 1e-9)) {
      throw new RangeError(
        `Cannot ${fit}: data must hold more rows than fitted coefficients (${df}) for RSS / (n - df), got ${n}`,
      );
    }
    return residuals / (n - df);
  };
  const finish = (found: LeastSquares, n: number): FittedLinear =>
    fitted(name, Float64Array.from(found.weights), found.intercept, noiseOf(found, n), design);

  const fitRows = (data: Points, weights?: ArrayLike<number>): FittedLinear => {
    const points = flatPoints(fit, "data", data);
    if (points.d < 2) throw new RangeError(`Cannot ${fit}: data must hold rows [x…, y], got a row of 1`);
    const total = weights ? requireItemWeights(fit, weights, points.n) : points.n;
    if (penalty === 0) {
      const atLeast = points.d - 1 + (intercept ? 1 : 0);
      if (points.n < atLeast) {
        throw new RangeError(`Cannot ${fit}: data must hold at least ${atLeast} rows, got ${points.n}`);
      }
    }
    return finish(leastSquares(fit, points, line, weights), total);
  };

  return Object.freeze({
    name,
    fit: (data: Points) => fitRows(data),
    fitWeighted: (data: Points, weights: ArrayLike<number>) => fitRows(data, weights),

    fitSums(sums: LeastSquaresSums) {
      if (!(sums.n > 0)) throw new RangeError(`Cannot ${fit}: sums must hold at least 1 row, got ${sums.n}`);
      return finish(leastSquaresOfSums(fit, sums, line), sums.n);
    },

    known(parameters: { weights: ArrayLike<number>; intercept: number; noiseVariance: number }) {
      const action = `know a ${name}`;
      requireFinite(action, "weights", parameters.weights);
      requireFiniteNumber(action, "intercept", parameters.intercept);
      requireNotNegative(action, "noiseVariance", parameters.noiseVariance);
      const weights = Float64Array.from(parameters.weights);
      return fitted(name, weights, parameters.intercept, parameters.noiseVariance, design);
    },
  });
}

function fitted(
  name: string,
  weights: Float64Array,
  intercept: number,
  noiseVariance: number,
  design: ReturnType<typeof designOf>,
): FittedLinear {
  const d = weights.length;
  const fillDesign = design(d);
  const sd = Math.sqrt(noiseVariance);
  const at = (values: ArrayLike<number>, from: number): number => {
    let y = intercept;
    for (let j = 0; j < d; j += 1) y += weights[j]! * values[from + j]!;
    return y;
  };
  return {
    parameters: Object.freeze({ weights, intercept, noiseVariance }),

    sample(count, rng) {
      requireInteger(`sample ${name}`, "count", count);
      return this.sampleInto(rowsOf(new Float64Array(count * (d + 1)), d + 1), rng);
    },

    sampleInto(batch, rng) {
      fillDesign(batch, rng);
      for (const row of batch) row[d] = at(row, 0) + sd * standardNormal(rng);
      return batch;
    },

    logProb(row) {
      requireRow("compute a log density", "row", row, d + 1);
      const off = row[d]! - at(row, 0);
      if (sd === 0) return off === 0 ? Infinity : -Infinity; // a point has no density, and all of the mass
      return -0.5 * (off / sd) ** 2 - Math.log(sd) - 0.5 * Math.log(2 * Math.PI);
    },

    predict(points) {
      const { values, n } = flatPoints("predict", "points", points);
      requireRow("predict", "points[0]", points[0]!, d);
      return Float64Array.from({ length: n }, (_, i) => at(values, i * d));
    },
  };
}

/** Least squares from sums alone, by the normal equations (XᵀX + penalty · I) β = Xᵀy and Cholesky. */
function leastSquaresOfSums(
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
