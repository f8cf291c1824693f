import { flatPoints, type Points, rowsOf } from "../numerics/points.ts";
import { categorical } from "../random/categorical.ts";
import { kMeansSeeds } from "../random/parts/kMeansSeeds.ts";
import type { Rng } from "../random/rng.ts";
import { standardNormal } from "../random/standardNormal.ts";
import { requireInteger } from "../require/requireInteger.ts";
import { requireNotNegative } from "../require/requireNotNegative.ts";
import { requireOptions } from "../require/requireOptions.ts";
import type { Family, Fitted } from "./model.ts";
import {
  type CovarianceKind,
  type EmOptions,
  expectationMaximization,
  mixtureOfGroups,
  requireDensity,
} from "./parts/expectationMaximization.ts";
import { flatMixture } from "./parts/flatMixture.ts";
import { type FlatMixture, shareOut, weightedLogs } from "./parts/mixtureDensity.ts";
import { requireRow } from "./parts/requireRow.ts";

/** What a mixture fit finds: k Gaussians in d dimensions. */
export interface GaussianMixtureParameters {
  /** Share of each component, shape (k), sum 1. */
  readonly weights: Float64Array;
  /** Shape (k, d), in the unit of the data. */
  readonly means: readonly Float64Array[];
  /** k matrices of shape (d, d), whatever shape the fit was held to. */
  readonly covariances: readonly (readonly Float64Array[])[];
}

/** The same as one may write it down: any arrays. */
export interface KnownMixture {
  readonly weights: ArrayLike<number>;
  readonly means: Points;
  readonly covariances: ArrayLike<Points>;
}

/** A Gaussian mixture that has learned; its `logProb` is a log density. */
export interface FittedGaussianMixture
  extends Fitted<ArrayLike<number>, GaussianMixtureParameters, Float64Array[]> {
  /** True if the last iteration moved the mean log density by less than the tolerance. */
  readonly converged: boolean;
  /** Mean log density of the data before each iteration of EM, shape (iterations); it never falls. */
  readonly trace: Float64Array;
  sampleInto(batch: Float64Array[], rng: Rng): Float64Array[];
  logProb(x: ArrayLike<number>): number;
  /** The chance that each component wrote each point: rows of shape (n, k), each with sum 1. */
  responsibilities(points: Points): Float64Array[];
  /** Bayesian information criterion on these points, −2 log L + (free parameters) · log n: lower is better. */
  bic(points: Points): number;
}

/** The family of Gaussian mixtures over rows of d numbers. */
export interface GaussianMixtureFamily
  extends Family<ArrayLike<number>, GaussianMixtureParameters, Float64Array[]> {
  /** Learns from rows; the stream is for k-means++ seeds. */
  fit(data: Points, rng?: Rng): FittedGaussianMixture;
  /** A mixture known without data: the true law that a loop starts from. */
  known(parameters: KnownMixture): FittedGaussianMixture;
}

/** How a mixture is fitted. All must be said: programs differ in each of them. */
export interface GaussianMixtureOptions extends EmOptions {
  /** Number of Gaussians, k ≥ 1. */
  readonly components: number;
  /** "full" for any covariance, "diagonal" for axes of their own, "spherical" for one radius per component. */
  readonly covariance: CovarianceKind;
  /** Added to each variance after every iteration, ≥ 0, in the unit of the data squared (scikit-learn: `reg_covar`). */
  readonly covarianceFloor: number;
  /** Most iterations of EM, ≥ 1. */
  readonly iterations: number;
  /** EM stops when an iteration changes the mean log density by less than this, ≥ 0; 0 for all iterations. */
  readonly tolerance: number;
  /** Where EM starts: at k-means++ seeds, for which `fit` draws from its stream, or at a mixture. */
  readonly start: "k-means++" | KnownMixture;
}

/**
 * Gaussian mixture fitted by expectation–maximisation:
 *
 *   p(x) = Σ_c weight_c N(x; mean_c, covariance_c)
 *
 * Each iteration asks which component wrote each point, then gives each component the mean and covariance (÷ n, not
 * n − 1) of the points it answers for. The likelihood climbs to a maximum near the start, not to the highest there is.
 *
 * In a loop its components shrink and die one after another: the picture of a model that forgets its modes.
 *
 * @param options components, covariance, covarianceFloor, iterations, tolerance, start; see
 *   {@link GaussianMixtureOptions}
 * @returns the family; `fit` takes rows, shape (n, d), n ≥ components
 * @throws {RangeError} if an option is out of range; `fit` also if a component shrinks to a point and the floor is 0
 * @throws {TypeError} if covariance is none of the three kinds; `fit` also without a stream for k-means++ seeds
 * @see Dempster, Laird, Rubin (1977), J. R. Stat. Soc. B 39(1):1–38; Alemohammad et al. (2024), arXiv:2307.01850 —
 *   chapters 8, 15
 * @example
 * const family = gaussianMixture({
 *   components: 2, covariance: "full", covarianceFloor: 1e-6, iterations: 100, tolerance: 1e-3, start: "k-means++",
 * });
 * Array.from(family.fit([[0], [1], [10], [11]], seeded(1)).parameters.weights, (weight) => weight.toFixed(3))
 * // => ["0.500", "0.500"]
 */
export function gaussianMixture(options: GaussianMixtureOptions): GaussianMixtureFamily {
  const action = "make a gaussian mixture family";
  const { components, covariance, covarianceFloor, iterations, tolerance, start } = requireOptions(
    action,
    options,
  );
  requireInteger(action, "components", components, 1);
  requireInteger(action, "iterations", iterations, 1);
  requireNotNegative(action, "covarianceFloor", covarianceFloor);
  requireNotNegative(action, "tolerance", tolerance);
  if (!["full", "diagonal", "spherical"].includes(covariance)) {
    throw new TypeError(
      `Cannot ${action}: covariance must be "full", "diagonal" or "spherical", got ${String(covariance)}`,
    );
  }
  const em: EmOptions = { covariance, covarianceFloor, iterations, tolerance };
  const given = start === "k-means++" ? undefined : flatMixture(action, "start", start, components);

  return Object.freeze({
    name: "gaussian mixture",
    fitDraws: given === undefined,

    fit(data: Points, rng?: Rng) {
      const points = flatPoints("fit gaussian mixture", "data", data, components);
      if (given && given.d !== points.d) {
        throw new RangeError(
          `Cannot fit gaussian mixture: data must hold rows of ${given.d} numbers as start does, got ${points.d}`,
        );
      }
      if (!given && !rng)
        throw new TypeError(
          "Cannot fit gaussian mixture: rng must be given for k-means++ seeds, got undefined",
        );
      const first = given ?? mixtureOfGroups(points, kMeansSeeds(points, components, rng!), components, em);
      const { mixture, converged, trace } = expectationMaximization(points, first, em);
      return fitted(mixture, em, converged, trace);
    },

    known: (parameters: KnownMixture) =>
      fitted(
        flatMixture("know a gaussian mixture", "parameters", parameters, components),
        em,
        true,
        new Float64Array(0),
      ),
  });
}

function fitted(
  mixture: FlatMixture,
  em: EmOptions,
  converged: boolean,
  trace: Float64Array,
): FittedGaussianMixture {
  const { weights, means, covariances, d } = mixture;
  const k = weights.length;
  const density = requireDensity(mixture, em.covarianceFloor);
  const component = categorical(weights);

  /** Log density of the point at values[at]; leaves the responsibilities in `shares`. */
  const logAt = (values: ArrayLike<number>, at: number, shares: Float64Array): number =>
    shareOut(shares, weightedLogs(mixture, density, values, at, shares), weights);

  const fill = (row: Float64Array, rng: Rng): void => {
    const c = component(rng);
    for (let j = 0; j < d; j += 1) row[j] = standardNormal(rng);
    for (let j = d - 1; j >= 0; j -= 1) {
      let x = means[c * d + j]!;
      for (let l = 0; l <= j; l += 1) x += density.roots[(c * d + j) * d + l]! * row[l]!;
      row[j] = x;
    }
  };

  const pointsOf = (action: string, points: Points) => {
    const flat = flatPoints(action, "points", points);
    requireRow(action, "points[0]", points[0]!, d);
    return flat;
  };

  return {
    parameters: Object.freeze({
      weights,
      means: Object.freeze(rowsOf(means, d)),
      covariances: Object.freeze(rowsOf(covariances, d * d).map((matrix) => rowsOf(matrix, d))),
    }),
    converged,
    trace,

    sample(count, rng) {
      requireInteger("sample a gaussian mixture", "count", count);
      return this.sampleInto(rowsOf(new Float64Array(count * d), d), rng);
    },

    sampleInto(batch, rng) {
      for (const row of batch) fill(row, rng);
      return batch;
    },

    logProb(x) {
      requireRow("compute a log density", "x", x, d);
      return logAt(x, 0, new Float64Array(k));
    },

    responsibilities(points) {
      const { values, n } = pointsOf("compute responsibilities", points);
      const rows = rowsOf(new Float64Array(n * k), k);
      for (const [i, row] of rows.entries()) logAt(values, i * d, row);
      return rows;
    },

    bic(points) {
      const { values, n } = pointsOf("compute bic", points);
      const shares = new Float64Array(k);
      let log = 0;
      for (let i = 0; i < n; i += 1) log += logAt(values, i * d, shares);
      const perCovariance = { full: (d * (d + 1)) / 2, diagonal: d, spherical: 1 }[em.covariance];
      const free = k * (d + perCovariance) + k - 1;
      return -2 * log + free * Math.log(n);
    },
  };
}
