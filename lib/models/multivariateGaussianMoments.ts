import { cholesky } from "../numerics/cholesky.ts";
import { type Points, rowsOf } from "../numerics/points.ts";
import type { Ddof } from "../numerics/requireDdof.ts";
import { chiSquared } from "../random/chiSquared.ts";
import type { Rng } from "../random/rng.ts";
import { standardNormal } from "../random/standardNormal.ts";
import { requireInteger } from "../require/requireInteger.ts";
import { requireOptions } from "../require/requireOptions.ts";
import type { Family, Fitted } from "./model.ts";
import { type MultivariateGaussianParameters, multivariateGaussian } from "./multivariateGaussian.ts";
import { PointMoments } from "./pointMoments.ts";

/** A d-dimensional Gaussian that writes the moments of its points. */
export interface FittedMultivariateGaussianMoments
  extends Fitted<ArrayLike<number>, MultivariateGaussianParameters, PointMoments> {
  logProb(x: ArrayLike<number>): number;
}

/** The family of Gaussians over rows of d numbers whose batches are {@link PointMoments}. */
export interface MultivariateGaussianMomentsFamily
  extends Family<ArrayLike<number>, MultivariateGaussianParameters, PointMoments> {
  fit(data: Points | PointMoments): FittedMultivariateGaussianMoments;
  known(parameters: { mean: ArrayLike<number>; covariance: Points }): FittedMultivariateGaussianMoments;
}

/**
 * The Gaussian of {@link multivariateGaussian}, without its points: a model writes the sufficient statistics of `count`
 * draws, which have a law of their own, and the fit reads them. `accumulate` then pools in constant memory.
 *
 *   mean of n draws ~ N(μ, Σ/n)          their scatter ~ Wishart(n − 1, Σ), by Bartlett's decomposition, also for n ≤ d
 *
 * @param options.ddof 1 divides by n − 1 (unbiased), 0 by n (maximum likelihood)
 * @returns the family; `fit` takes rows, shape (n, d), or `PointMoments`, of at least 2 points
 * @throws {RangeError} if ddof is not 0 or 1
 * @see Alemohammad et al. (2024), ICLR, arXiv:2307.01850, §3; Bartlett (1933), Proc. R. Soc. Edinb. 53:260–283 —
 *   chapters 8, 10
 * @example multivariateGaussianMoments({ ddof: 1 }).fit([[0, 0], [2, 1], [4, 2]]).parameters.mean
 * // => Float64Array [2, 1]
 */
export function multivariateGaussianMoments(options: { ddof: Ddof }): MultivariateGaussianMomentsFamily {
  const { ddof } = requireOptions("make a multivariate gaussian moments family", options);
  const family = multivariateGaussian({ ddof });
  const known = (given: Parameters<typeof family.known>[0]): FittedMultivariateGaussianMoments => {
    const { parameters, logProb } = family.known(given);
    return { parameters, logProb, sample: (count, rng) => moments(parameters, count, rng) };
  };
  return Object.freeze({
    name: "multivariate gaussian moments",
    known,
    fit(data: Points | PointMoments) {
      const { length, mean, scatter } = data instanceof PointMoments ? data : PointMoments.of(data);
      if (length < 2) {
        throw new RangeError(
          `Cannot fit multivariate gaussian moments: data must hold at least 2 points, got ${length}`,
        );
      }
      const covariance = scatter.map((sum) => sum / (length - ddof));
      return known({ mean, covariance: rowsOf(covariance, mean.length) });
    },
  });
}

function moments(
  { mean, covariance }: MultivariateGaussianParameters,
  count: number,
  rng: Rng,
): PointMoments {
  requireInteger("sample multivariate gaussian moments", "count", count);
  const d = mean.length;
  if (count === 0) return new PointMoments(0, new Float64Array(d), new Float64Array(d * d));
  const flat = new Float64Array(d * d);
  for (const [j, row] of covariance.entries()) flat.set(row, j * d);
  const root = cholesky(flat, d)!; // known() has seen that it exists

  const middle = Float64Array.from(mean);
  for (let k = 0; k < d; k += 1) {
    const z = standardNormal(rng) / Math.sqrt(count);
    for (let j = k; j < d; j += 1) middle[j]! += root[j * d + k]! * z;
  }
  const columns = Math.min(d, count - 1);
  const half = new Float64Array(d * columns); // root · A: A lower, A_jj² ~ χ²(n − 1 − j), normal below
  for (let j = 0; j < columns; j += 1) {
    for (let i = j; i < d; i += 1) {
      const a =
        i === j ? Math.sqrt(chiSquared({ degreesOfFreedom: count - 1 - j })(rng)) : standardNormal(rng);
      for (let row = i; row < d; row += 1) half[row * columns + j]! += root[row * d + i]! * a;
    }
  }
  const scatter = new Float64Array(d * d);
  for (let i = 0; i < d; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      let sum = 0;
      for (let k = 0; k < columns; k += 1) sum += half[i * columns + k]! * half[j * columns + k]!;
      scatter[i * d + j] = sum;
      scatter[j * d + i] = sum;
    }
  }
  return new PointMoments(count, middle, scatter);
}
