import { integer } from "../random/integer.ts";
import type { Rng } from "../random/rng.ts";
import { standardNormal } from "../random/standardNormal.ts";
import { requireFinite } from "../require/requireFinite.ts";
import { requireFiniteNumber } from "../require/requireFiniteNumber.ts";
import { requireInteger } from "../require/requireInteger.ts";
import type { Family, Fitted } from "./model.ts";
import { bandwidthOf } from "./parts/bandwidthOf.ts";

/** What a kernel density estimate holds: every point that it saw. */
export interface KernelDensityParameters {
  /** Shape (n). */
  readonly centers: Float64Array;
  /** Standard deviation of the kernel, in the unit of the data. */
  readonly bandwidth: number;
}

/** A kernel density estimate; its `logProb` is a log density, of n steps each. */
export interface FittedKernelDensity extends Fitted<number, KernelDensityParameters, Float64Array> {
  sampleInto(batch: Float64Array, rng: Rng): Float64Array;
  logProb(x: number): number;
}

/** The family of one-dimensional kernel density estimates. */
export interface KernelDensityFamily extends Family<number, KernelDensityParameters, Float64Array> {
  fit(data: ArrayLike<number>): FittedKernelDensity;
}

/**
 * Kernel density estimate with a Gaussian kernel: a copy of the data, blurred.
 *
 *   p(x) = Σ N(x; x_i, h²) / n
 *
 * It writes by choosing a point and adding noise of standard deviation h. Refitted to M of its own draws, the variance
 * goes as E[V] → (1 − 1/M)(V + h²): with a fixed h it grows, the opposite of a collapsing Gaussian.
 *
 * @param options.bandwidth h > 0, in the unit of the data; or a function of the data, such as `scottBandwidth`
 * @returns the family; `fit` needs at least 1 value
 * @throws {RangeError} if bandwidth is not finite and above 0; a function's value is looked at when data is fitted
 * @see Silverman (1986), "Density Estimation"; Kazdan et al. (2024), arXiv:2410.16713 — chapter 9
 * @example kernelDensity({ bandwidth: 0.75 }).fit([0]).logProb(0) // => -0.6312564607528918
 * @example kernelDensity({ bandwidth: scottBandwidth }).fit([1, 2, 3, 4]).parameters.bandwidth.toFixed(4) // => "0.9784"
 */
export function kernelDensity({
  bandwidth,
}: {
  bandwidth: number | ((data: ArrayLike<number>) => number);
}): KernelDensityFamily {
  if (typeof bandwidth !== "function") bandwidthOf("make a kernel density family", bandwidth, []);
  return Object.freeze({
    name: "kernel density",

    fit(data: ArrayLike<number>) {
      const action = "fit kernel density";
      requireFinite(action, "data", data);
      return fitted(Float64Array.from(data), bandwidthOf(action, bandwidth, data));
    },
  });
}

function fitted(centers: Float64Array, bandwidth: number): FittedKernelDensity {
  const n = centers.length;
  return {
    parameters: Object.freeze({ centers, bandwidth }),

    sample(count, rng) {
      requireInteger("sample a kernel density", "count", count);
      return this.sampleInto(new Float64Array(count), rng);
    },

    sampleInto(batch, rng) {
      for (let i = 0; i < batch.length; i += 1) {
        batch[i] = centers[integer(n, rng)]! + bandwidth * standardNormal(rng);
      }
      return batch;
    },

    logProb(x) {
      requireFiniteNumber("compute a log density", "x", x);
      let closest = Infinity;
      for (const center of centers) closest = Math.min(closest, ((x - center) / bandwidth) ** 2);
      if (closest === Infinity) return -Infinity; // so far out that the square is no number
      let total = 0; // of densities, in units of the largest
      for (const center of centers) total += Math.exp(0.5 * (closest - ((x - center) / bandwidth) ** 2));
      return Math.log(total / n) - 0.5 * closest - Math.log(bandwidth) - 0.5 * Math.log(2 * Math.PI);
    },
  };
}
