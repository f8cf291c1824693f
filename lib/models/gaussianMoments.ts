import type { Ddof } from "../numerics/requireDdof.ts";
import { chiSquared } from "../random/chiSquared.ts";
import type { Distribution } from "../random/distribution.ts";
import type { Rng } from "../random/rng.ts";
import { standardNormal } from "../random/standardNormal.ts";
import { requireInteger } from "../require/requireInteger.ts";
import { requireOptions } from "../require/requireOptions.ts";
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
export function gaussianMoments(options: { ddof: Ddof }): GaussianMomentsFamily {
  const { ddof } = requireOptions("make a gaussian moments family", options);
  const { known } = gaussian({ ddof });
  const squares: Squares = { count: 0, draw: () => 0 };
  return Object.freeze({
    name: "gaussian moments",
    known: (parameters: GaussianParameters) => new MomentsWriter(known(parameters).parameters, squares),

    fit(data: ArrayLike<number>) {
      const moments = data instanceof Moments ? data : Moments.of(data);
      if (moments.length < 2) {
        throw new RangeError(
          `Cannot fit gaussian moments: data must hold at least 2 values, got ${moments.length}`,
        );
      }
      const sd = Math.sqrt(moments.squares / (moments.length - ddof));
      return new MomentsWriter(Object.freeze({ mean: moments.mean, sd }), squares);
    },
  });
}

/** χ² of the number of items drawn last: a loop asks for the same number again and again. */
interface Squares {
  count: number;
  draw: Distribution;
}

/** A class, so that a loop makes one small object per generation and no functions. */
class MomentsWriter implements FittedGaussianMoments {
  readonly parameters: GaussianParameters;
  readonly #squares: Squares;

  constructor(parameters: GaussianParameters, squares: Squares) {
    this.parameters = parameters;
    this.#squares = squares;
  }

  sample(count: number, rng: Rng): Moments {
    requireInteger("sample gaussian moments", "count", count);
    if (count === 0) return new Moments(0, 0, 0);
    const squares = this.#squares;
    if (count !== squares.count) {
      squares.count = count;
      squares.draw = count > 1 ? chiSquared({ degreesOfFreedom: count - 1 }) : () => 0;
    }
    const { mean, sd } = this.parameters;
    const middle = mean + (sd / Math.sqrt(count)) * standardNormal(rng);
    return new Moments(count, middle, sd ** 2 * squares.draw(rng));
  }

  logProb(x: number): number {
    return gaussian({ ddof: 1 }).known(this.parameters).logProb(x);
  }
}
