import { cholesky } from "../numerics/cholesky.ts";
import { flatPoints, type Points, rowsOf } from "../numerics/points.ts";
import { type Ddof, requireDdof } from "../numerics/requireDdof.ts";
import { fillNormal } from "../random/fillNormal.ts";
import type { Rng } from "../random/rng.ts";
import { requireFinite } from "../require/requireFinite.ts";
import { requireInteger } from "../require/requireInteger.ts";
import { requireOptions } from "../require/requireOptions.ts";
import type { Family, Fitted } from "./model.ts";
import { requireItemWeights } from "./parts/requireItemWeights.ts";
import { requireRow } from "./parts/requireRow.ts";

/** What a d-dimensional Gaussian fit finds. */
export interface MultivariateGaussianParameters {
  /** Shape (d), in the unit of the data. */
  readonly mean: Float64Array;
  /** Rows of a symmetric matrix, shape (d, d), in the unit of the data squared. */
  readonly covariance: readonly Float64Array[];
}

/** A d-dimensional Gaussian that has learned; its `logProb` is a log density. */
export interface FittedMultivariateGaussian
  extends Fitted<ArrayLike<number>, MultivariateGaussianParameters, Float64Array[]> {
  sampleInto(batch: Float64Array[], rng: Rng): Float64Array[];
  logProb(x: ArrayLike<number>): number;
}

/** The family of Gaussians over rows of d numbers. */
export interface MultivariateGaussianFamily
  extends Family<ArrayLike<number>, MultivariateGaussianParameters, Float64Array[]> {
  fit(data: Points): FittedMultivariateGaussian;
  fitWeighted(data: Points, weights: ArrayLike<number>): FittedMultivariateGaussian;
  /** A Gaussian with parameters known without data: the true law that a loop starts from. */
  known(parameters: { mean: ArrayLike<number>; covariance: Points }): FittedMultivariateGaussian;
}

/**
 * Gaussian in d dimensions fitted by moments:
 *
 *   mean = Σx / n          covariance = Σ(x − mean)(x − mean)ᵀ / (n − ddof)
 *
 * It writes x = mean + L z with L Lᵀ = covariance (Cholesky) and z standard normal. Where all data lies in a plane,
 * the covariance is singular: draws stay in that plane, and the density is ∞ on it and 0 elsewhere (up to rounding).
 *
 * Refitted to n of its own draws with `ddof: 1`, E[covariance] stays put, yet the covariance tends to 0.
 *
 * @param options.ddof 1 divides by n − 1 (unbiased; the theorem), 0 by n (maximum likelihood)
 * @returns the family; `fit` takes rows, shape (n, d), n ≥ 2; `known({ mean, covariance })` needs none
 * @throws {RangeError} if ddof is not 0 or 1
 * @see Alemohammad et al. (2024), ICLR, arXiv:2307.01850, §3 — chapters 8, 10
 * @example multivariateGaussian({ ddof: 1 }).fit([[0, 0], [2, 1], [4, 2]]).parameters
 * // => { mean: Float64Array [2, 1], covariance: [Float64Array [4, 2], Float64Array [2, 1]] }
 * @example multivariateGaussian({ ddof: 0 }).known({ mean: [0, 0], covariance: [[1, 0], [0, 1]] }).logProb([0, 0])
 * // => -1.8378770664093453
 */
export function multivariateGaussian(options: { ddof: Ddof }): MultivariateGaussianFamily {
  const { ddof } = requireOptions("make a multivariate gaussian family", options);
  requireDdof("make a multivariate gaussian family", ddof);
  return Object.freeze({
    name: "multivariate gaussian",

    fit: (data: Points) => fitMoments(data, undefined, ddof),

    /** The same sums with Σw for n, and each row's terms w times. */
    fitWeighted: (data: Points, weights: ArrayLike<number>) => fitMoments(data, weights, ddof),

    known({ mean, covariance }: { mean: ArrayLike<number>; covariance: Points }) {
      const action = "know a multivariate gaussian";
      requireFinite(action, "mean", mean);
      const { values, n, d } = flatPoints(action, "covariance", covariance);
      if (n !== mean.length || d !== mean.length) {
        throw new RangeError(
          `Cannot ${action}: covariance must be ${mean.length} × ${mean.length} as mean is long, got ${n} × ${d}`,
        );
      }
      for (let j = 0; j < d; j += 1) {
        for (let k = 0; k < j; k += 1) {
          if (values[j * d + k] !== values[k * d + j]) {
            throw new RangeError(
              `Cannot ${action}: covariance[${j}][${k}] must equal covariance[${k}][${j}], got ${values[j * d + k]}`,
            );
          }
        }
      }
      const root = cholesky(values, d);
      if (!root) {
        const shown = JSON.stringify(rowsOf(values, d).map((row) => [...row]));
        throw new RangeError(`Cannot ${action}: covariance must be positive semidefinite, got ${shown}`);
      }
      return fitted(Float64Array.from(mean), values, root);
    },
  });
}

function fitMoments(
  data: Points,
  weights: ArrayLike<number> | undefined,
  ddof: Ddof,
): FittedMultivariateGaussian {
  const action = "fit multivariate gaussian";
  const { values, n, d } = flatPoints(action, "data", data, 2);
  const total = weights ? requireItemWeights(action, weights, n, ddof) : n;
  const mean = new Float64Array(d);
  for (let i = 0; i < n; i += 1) {
    const weight = weights ? weights[i]! : 1;
    for (let j = 0; j < d; j += 1) mean[j]! += weight * values[i * d + j]!;
  }
  for (let j = 0; j < d; j += 1) mean[j]! /= total;

  const covariance = new Float64Array(d * d);
  const off = new Float64Array(d); // one row's distance from the mean
  for (let i = 0; i < n; i += 1) {
    const weight = weights ? weights[i]! : 1;
    for (let j = 0; j < d; j += 1) off[j] = values[i * d + j]! - mean[j]!;
    for (let j = 0; j < d; j += 1) {
      for (let k = 0; k <= j; k += 1) covariance[j * d + k]! += weight * off[j]! * off[k]!;
    }
  }
  for (let j = 0; j < d; j += 1) {
    for (let k = 0; k <= j; k += 1) {
      covariance[j * d + k]! /= total - ddof;
      covariance[k * d + j] = covariance[j * d + k]!;
    }
  }
  if (!covariance.every(Number.isFinite)) {
    throw new RangeError(
      `Cannot ${action}: data must have a finite covariance, got numbers too large to square`,
    );
  }
  return fitted(mean, covariance, cholesky(covariance, d)!); // a sum of squares has no negative direction
}

function fitted(
  mean: Float64Array,
  covariance: Float64Array,
  root: Float64Array,
): FittedMultivariateGaussian {
  const d = mean.length;
  /** Turns d standard normal numbers at `from` into a draw, in place: the last coordinate first. */
  const place = (z: Float64Array, from: number): void => {
    for (let j = d - 1; j >= 0; j -= 1) {
      let x = mean[j]!;
      for (let k = 0; k <= j; k += 1) x += root[j * d + k]! * z[from + k]!;
      z[from + j] = x;
    }
  };
  return {
    parameters: Object.freeze({ mean, covariance: Object.freeze(rowsOf(covariance, d)) }),

    sample(count, rng) {
      requireInteger("sample a multivariate gaussian", "count", count);
      const values = fillNormal(new Float64Array(count * d), 0, 1, rng); // (count, d)
      for (let i = 0; i < count; i += 1) place(values, i * d);
      return rowsOf(values, d);
    },

    sampleInto(batch, rng) {
      for (const row of batch) place(fillNormal(row, 0, 1, rng), 0);
      return batch;
    },

    logProb(x) {
      requireRow("compute a log density", "x", x, d);
      let log = -0.5 * d * Math.log(2 * Math.PI);
      let singular = false;
      const z = new Float64Array(d); // L z = x − mean, solved from the top
      for (let j = 0; j < d; j += 1) {
        let rest = x[j]! - mean[j]!;
        for (let k = 0; k < j; k += 1) rest -= root[j * d + k]! * z[k]!;
        const scale = root[j * d + j]!;
        if (scale > 0) {
          z[j] = rest / scale;
          log -= 0.5 * z[j]! ** 2 + Math.log(scale);
        } else {
          const room =
            1e-6 * Math.sqrt(covariance[j * d + j]!) + 1e-12 * (Math.abs(x[j]!) + Math.abs(mean[j]!));
          if (Math.abs(rest) > room) return -Infinity;
          singular = true;
        }
      }
      return singular ? Infinity : log; // a plane has no density, and all of the mass
    },
  };
}
