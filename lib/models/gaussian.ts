import { type Ddof, requireDdof } from "../numerics/requireDdof.ts";
import { fillNormal } from "../random/fillNormal.ts";
import { requireFinite } from "../require/requireFinite.ts";
import { requireInteger } from "../require/requireInteger.ts";
import { requireOptions } from "../require/requireOptions.ts";
import type { Family, Fitted } from "./model.ts";
import { requireItemWeights } from "./parts/requireItemWeights.ts";

/** What a Gaussian fit finds: the mean and the standard deviation, in the unit of the data. */
export interface GaussianParameters {
  readonly mean: number;
  readonly sd: number;
}

/** A Gaussian that has learned; its `logProb` is a log density. */
export interface FittedGaussian extends Fitted<number, GaussianParameters, Float64Array> {
  logProb(x: number): number;
}

/** The family of one-dimensional Gaussians. */
export interface GaussianFamily extends Family<number, GaussianParameters, Float64Array> {
  fit(data: ArrayLike<number>): FittedGaussian;
  fitWeighted(data: ArrayLike<number>, weights: ArrayLike<number>): FittedGaussian;
  /** A Gaussian with parameters known without data: the true law that a loop starts from. */
  known(parameters: GaussianParameters): FittedGaussian;
}

/**
 * One-dimensional Gaussian fitted by moments: the smallest model that collapses.
 *
 *   mean = Σx / n          sd² = Σ(x − mean)² / (n − ddof)
 *
 * Refitted to n of its own draws with `ddof: 1`, E[sd²] stays put, yet E[log sd²] falls by about 1/(n − 1)
 * per generation: every chain ends at sd → 0. With `ddof: 0` E[sd²] itself falls by the factor 1 − 1/n.
 *
 * @param options.ddof 1 divides by n − 1 (unbiased; the theorem), 0 by n (maximum likelihood; `np.std`, the
 *   authors' notebook)
 * @returns the family; `fit` needs at least 2 values, `known({ mean, sd })` needs none
 * @throws {RangeError} if ddof is not 0 or 1
 * @see Shumailov et al. (2024), Nature 631:755–759, doi:10.1038/s41586-024-07566-y — chapter 1
 * @example gaussian({ ddof: 1 }).fit([1, 2, 3]).parameters // => { mean: 2, sd: 1 }
 * @example gaussian({ ddof: 0 }).known({ mean: 0, sd: 1 }).logProb(0) // => -0.9189385332046727
 */
export function gaussian(options: { ddof: Ddof }): GaussianFamily {
  const { ddof } = requireOptions("make a gaussian family", options);
  requireDdof("make a gaussian family", ddof);
  return Object.freeze({
    name: "gaussian",

    fit(data: ArrayLike<number>) {
      const n = data.length; // data: shape (n)
      const sum = data instanceof Float64Array ? sumOf(data) : Number.NaN;
      // Only finite numbers have a finite sum: nothing else need be looked at one by one.
      if (!(n >= 2 && Number.isFinite(sum))) requireFinite("fit gaussian", "data", data, 2);
      const mean = (data instanceof Float64Array ? sum : sumOf(data)) / n;
      const squares = squaresOf(data, mean);
      return fitted(mean, Math.sqrt(squares / (n - ddof)));
    },

    /** The same sums with Σw for n: mean = Σwx / Σw, sd² = Σw(x − mean)² / (Σw − ddof). */
    fitWeighted(data: ArrayLike<number>, weights: ArrayLike<number>) {
      requireFinite("fit gaussian", "data", data, 2);
      const total = requireItemWeights("fit gaussian", weights, data.length, ddof);
      let sum = 0;
      for (let i = 0; i < data.length; i += 1) sum += weights[i]! * data[i]!;
      const mean = sum / total;
      let squares = 0;
      for (let i = 0; i < data.length; i += 1) squares += weights[i]! * (data[i]! - mean) ** 2;
      return fitted(mean, Math.sqrt(squares / (total - ddof)));
    },

    known({ mean, sd }: GaussianParameters) {
      if (!Number.isFinite(mean))
        throw new RangeError(`Cannot know a gaussian: mean must be finite, got ${mean}`);
      if (!(sd >= 0 && sd < Infinity)) {
        throw new RangeError(`Cannot know a gaussian: sd must be finite and not negative, got ${sd}`);
      }
      return fitted(mean, sd);
    },
  });
}

function sumOf(data: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < data.length; i += 1) sum += data[i]!;
  return sum;
}

function squaresOf(data: ArrayLike<number>, mean: number): number {
  let squares = 0;
  for (let i = 0; i < data.length; i += 1) squares += (data[i]! - mean) ** 2;
  return squares;
}

function fitted(mean: number, sd: number): FittedGaussian {
  return {
    parameters: Object.freeze({ mean, sd }),
    sample(count, rng) {
      requireInteger("sample a gaussian", "count", count);
      return fillNormal(new Float64Array(count), mean, sd, rng);
    },
    sampleInto: (batch, rng) => fillNormal(batch, mean, sd, rng),
    logProb(x) {
      if (Number.isNaN(x)) throw new RangeError("Cannot compute a log density: x must be a number, got NaN");
      if (sd === 0) return x === mean ? Infinity : -Infinity; // a point has no density, and all of the mass
      return -0.5 * ((x - mean) / sd) ** 2 - Math.log(sd) - 0.5 * Math.log(2 * Math.PI);
    },
  };
}
