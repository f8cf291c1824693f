import type { Ddof } from "../internal/requireDdof.ts";
import { requireInteger } from "../internal/requireInteger.ts";
import { chiSquared } from "../random/chiSquared.ts";
import type { Distribution } from "../random/distribution.ts";
import type { Rng } from "../random/rng.ts";
import { standardNormal } from "../random/standardNormal.ts";
import { type GaussianParameters, gaussian } from "./gaussian.ts";
import type { Family, Fitted } from "./model.ts";
import { Moments } from "./moments.ts";

/** A Gaussian that writes the moments of its items. */
export interface FittedGaussianMoments extends Fitted<number, GaussianParameters, Moments> {
  logProb(x: number): number;
}

/** The family of one-dimensional Gaussians whose batches are {@link Moments}. */
export interface GaussianMomentsFamily extends Family<number, GaussianParameters, Moments> {
  fit(data: ArrayLike<number>): FittedGaussianMoments;
  known(parameters: GaussianParameters): FittedGaussianMoments;
}

/**
 * The Gaussian of {@link gaussian}, without its items: a model writes the sufficient statistics of `count` draws, which
 * have a law of their own, and the fit reads them.
 *
 *   mean of n draws ~ N(μ, σ²/n)          their squares ~ σ² χ²(n − 1)          the two are independent
 *
 * A loop of it follows the same law as a loop of `gaussian`, at two draws per generation instead of `size`, and
 * `accumulate` pools in constant memory and time. The numbers of one seed are others than those of `gaussian`.
 *
 * @param options.ddof 1 divides by n − 1 (unbiased; the theorem), 0 by n (maximum likelihood)
 * @returns the family; `fit` takes numbers, shape (n), or `Moments`, of at least 2 values
 * @throws {RangeError} if ddof is not 0 or 1
 * @see Fisher (1925), Metron 5:90–104 (Student's distribution) — chapters 2, 9
 * @example gaussianMoments({ ddof: 1 }).fit(Moments.of([1, 2, 3])).parameters // => { mean: 2, sd: 1 }
 */
export function gaussianMoments({ ddof }: { ddof: Ddof }): GaussianMomentsFamily {
  const family = gaussian({ ddof });
  let squaresOf: Distribution = () => 0;
  let drawn = 0; // how many items squaresOf is for: a loop asks for the same number again and again

  const known = (given: GaussianParameters): FittedGaussianMoments => {
    const { parameters, logProb } = family.known(given);
    const { mean, sd } = parameters;
    return {
      parameters,
      logProb,
      sample(count: number, rng: Rng) {
        requireInteger("sample gaussian moments", "count", count);
        if (count === 0) return new Moments(0, 0, 0);
        if (count !== drawn) {
          squaresOf = count > 1 ? chiSquared({ degreesOfFreedom: count - 1 }) : () => 0;
          drawn = count;
        }
        const middle = mean + (sd / Math.sqrt(count)) * standardNormal(rng);
        return new Moments(count, middle, sd ** 2 * squaresOf(rng));
      },
    };
  };
  return Object.freeze({
    name: "gaussian moments",
    known,
    fit(data: ArrayLike<number>) {
      const { length, mean, squares } = data instanceof Moments ? data : Moments.of(data);
      if (length < 2)
        throw new RangeError(`Cannot fit gaussian moments: data must hold at least 2 values, got ${length}`);
      return known({ mean, sd: Math.sqrt(squares / (length - ddof)) });
    },
  });
}
