import { flatPoints, type Points, rowsOf } from "../numerics/points.ts";
import { integer } from "../random/integer.ts";
import type { Rng } from "../random/rng.ts";
import { standardNormal } from "../random/standardNormal.ts";
import { requireInteger } from "../require/requireInteger.ts";
import type { Family, Fitted } from "./model.ts";
import { bandwidthOf } from "./parts/bandwidthOf.ts";
import { requireRow } from "./parts/requireRow.ts";

/** What a kernel density estimate in d dimensions holds: every point that it saw. */
export interface MultivariateKernelDensityParameters {
  /** Shape (n, d). */
  readonly centers: readonly Float64Array[];
  /** Standard deviation of the kernel along every axis, in the unit of the data. */
  readonly bandwidth: number;
}

/** A kernel density estimate in d dimensions; its `logProb` is a log density, of n · d steps each. */
export interface FittedMultivariateKernelDensity
  extends Fitted<ArrayLike<number>, MultivariateKernelDensityParameters, Float64Array[]> {
  sampleInto(batch: Float64Array[], rng: Rng): Float64Array[];
  logProb(x: ArrayLike<number>): number;
}

/** The family of kernel density estimates over rows of d numbers. */
export interface MultivariateKernelDensityFamily
  extends Family<ArrayLike<number>, MultivariateKernelDensityParameters, Float64Array[]> {
  fit(data: Points): FittedMultivariateKernelDensity;
}

/**
 * Kernel density estimate in d dimensions with a round Gaussian kernel, the same along every axis:
 *
 *   p(x) = Σ N(x; x_i, h² I) / n
 *
 * @param options.bandwidth h > 0, in the unit of the data; or a function of the rows, such as `scottBandwidth`
 * @returns the family; `fit` takes rows, shape (n, d), n ≥ 1
 * @throws {RangeError} if bandwidth is not finite and above 0; a function's value is looked at when data is fitted
 * @see Silverman (1986), "Density Estimation", §4.2 (scikit-learn: `KernelDensity`); kernelDensity — chapters 8, 9
 * @example multivariateKernelDensity({ bandwidth: 1 }).fit([[0, 0]]).logProb([0, 0]) // => -1.8378770664093453
 */
export function multivariateKernelDensity({
  bandwidth,
}: {
  bandwidth: number | ((data: Points) => number);
}): MultivariateKernelDensityFamily {
  if (typeof bandwidth !== "function") bandwidthOf("make a kernel density family", bandwidth, []);
  return Object.freeze({
    name: "multivariate kernel density",

    fit(data: Points) {
      const action = "fit multivariate kernel density";
      const { values, d } = flatPoints(action, "data", data);
      return fitted(values, d, bandwidthOf(action, bandwidth, data));
    },
  });
}

function fitted(centers: Float64Array, d: number, bandwidth: number): FittedMultivariateKernelDensity {
  const n = centers.length / d;
  return {
    parameters: Object.freeze({ centers: Object.freeze(rowsOf(centers, d)), bandwidth }),

    sample(count, rng) {
      requireInteger("sample a multivariate kernel density", "count", count);
      return this.sampleInto(rowsOf(new Float64Array(count * d), d), rng);
    },

    sampleInto(batch, rng) {
      for (const row of batch) {
        const center = integer(n, rng) * d;
        for (let j = 0; j < d; j += 1) row[j] = centers[center + j]! + bandwidth * standardNormal(rng);
      }
      return batch;
    },

    logProb(x) {
      requireRow("compute a log density", "x", x, d);
      const squares = new Float64Array(n); // distance from each centre in bandwidths, squared
      let closest = Infinity;
      for (let i = 0; i < n; i += 1) {
        for (let j = 0; j < d; j += 1) squares[i]! += ((x[j]! - centers[i * d + j]!) / bandwidth) ** 2;
        closest = Math.min(closest, squares[i]!);
      }
      if (closest === Infinity) return -Infinity; // so far out that the square is no number
      let total = 0; // of densities, in units of the largest
      for (const square of squares) total += Math.exp(0.5 * (closest - square));
      return Math.log(total / n) - 0.5 * closest - d * (Math.log(bandwidth) + 0.5 * Math.log(2 * Math.PI));
    },
  };
}
