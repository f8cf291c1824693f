import type { FlatPoints } from "../../numerics/points.ts";
import {
  densityOf,
  type FlatMixture,
  type MixtureDensity,
  shareOut,
  weightedLogs,
} from "./mixtureDensity.ts";

/** The shape that a component's covariance may take: any; axes of their own; one radius. */
export type CovarianceKind = "full" | "diagonal" | "spherical";

/** How EM runs. */
export interface EmOptions {
  readonly covariance: CovarianceKind;
  readonly covarianceFloor: number;
  readonly iterations: number;
  readonly tolerance: number;
}

/** What EM found, and how it got there. */
export interface EmResult {
  readonly mixture: FlatMixture;
  readonly converged: boolean;
  /** Mean log density of the data before each iteration. */
  readonly trace: Float64Array;
}

/**
 * Expectation–maximisation for a Gaussian mixture. One pass per iteration: the sums that the next parameters need are
 * taken while responsibilities are at hand, about the means of before, which lie close.
 */
export function expectationMaximization(
  points: FlatPoints,
  start: FlatMixture,
  options: EmOptions,
): EmResult {
  const trace: number[] = [];
  let mixture = start;
  let converged = false;
  while (!converged && trace.length < options.iterations) {
    const { next, meanLog } = iterate(points, mixture, options);
    converged = Math.abs(meanLog - (trace.at(-1) ?? -Infinity)) < options.tolerance;
    trace.push(meanLog);
    mixture = next;
  }
  return { mixture, converged, trace: Float64Array.from(trace) };
}

/** The mixture that a hard assignment of points to components gives. */
export function mixtureOfGroups(
  points: FlatPoints,
  group: Uint32Array,
  k: number,
  options: EmOptions,
): FlatMixture {
  const { values, n, d } = points;
  const sums = emptySums(k, d);
  const about = new Float64Array(k * d); // the first point of each group: a place near its mean
  for (let i = n - 1; i >= 0; i -= 1) about.set(values.subarray(i * d, (i + 1) * d), group[i]! * d);
  for (let i = 0; i < n; i += 1) addPoint(sums, about, values, i * d, d, group[i]!, 1);
  return mixtureOfSums(sums, about, d, options);
}

/** Σ r, Σ r (x − about), Σ r (x − about)(x − about)ᵀ of each component; of the matrix the lower half. */
interface Sums {
  readonly total: Float64Array;
  readonly first: Float64Array;
  readonly second: Float64Array;
}

function emptySums(k: number, d: number): Sums {
  return {
    total: new Float64Array(k),
    first: new Float64Array(k * d),
    second: new Float64Array(k * d * d),
  };
}

function addPoint(
  { total, first, second }: Sums,
  about: Float64Array,
  values: Float64Array,
  at: number,
  d: number,
  c: number,
  share: number,
): void {
  total[c]! += share;
  for (let j = 0; j < d; j += 1) {
    const weighted = share * (values[at + j]! - about[c * d + j]!);
    first[c * d + j]! += weighted;
    const row = (c * d + j) * d;
    for (let l = 0; l <= j; l += 1) second[row + l]! += weighted * (values[at + l]! - about[c * d + l]!);
  }
}

function iterate(points: FlatPoints, mixture: FlatMixture, options: EmOptions) {
  const { values, n, d } = points;
  const density = requireDensity(mixture, options.covarianceFloor);
  const { weights, means } = mixture;
  const k = weights.length;
  const sums = emptySums(k, d);
  const shares = new Float64Array(k);
  let log = 0;
  for (let i = 0; i < n; i += 1) {
    const largest = weightedLogs(mixture, density, values, i * d, shares);
    log += shareOut(shares, largest, weights);
    for (let c = 0; c < k; c += 1) {
      const share = shares[c]!;
      if (share > 0) addPoint(sums, means, values, i * d, d, c, share);
    }
  }
  return { next: mixtureOfSums(sums, means, d, options), meanLog: log / n };
}

function mixtureOfSums(sums: Sums, about: Float64Array, d: number, options: EmOptions): FlatMixture {
  const k = sums.total.length;
  const weights = sums.total.map((total) => total + 10 * Number.EPSILON); // a component without points keeps its place
  const means = new Float64Array(k * d);
  const covariances = new Float64Array(k * d * d);
  for (let c = 0; c < k; c += 1) {
    const total = weights[c]!;
    const matrix = covariances.subarray(c * d * d, (c + 1) * d * d);
    const moved = sums.first.subarray(c * d, (c + 1) * d).map((sum) => sum / total);
    for (let j = 0; j < d; j += 1) {
      means[c * d + j] = about[c * d + j]! + moved[j]!;
      for (let l = 0; l <= j; l += 1) {
        const value = sums.second[(c * d + j) * d + l]! / total - moved[j]! * moved[l]!;
        matrix[j * d + l] = value;
        matrix[l * d + j] = value;
      }
    }
    restrict(matrix, d, options);
  }
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return { weights: weights.map((weight) => weight / all), means, covariances, d };
}

/** Gives a covariance the shape that was asked for, and adds the floor to its diagonal. */
function restrict(matrix: Float64Array, d: number, { covariance, covarianceFloor }: EmOptions): void {
  if (covariance !== "full") {
    let trace = 0;
    for (let j = 0; j < d; j += 1) trace += matrix[j * d + j]!;
    for (let at = 0; at < d * d; at += 1) {
      if (at % (d + 1) !== 0) matrix[at] = 0;
      else if (covariance === "spherical") matrix[at] = trace / d;
    }
  }
  for (let j = 0; j < d; j += 1) matrix[j * d + j] = Math.max(matrix[j * d + j]!, 0) + covarianceFloor;
}

/** The mixture's density; refuses one whose component has shrunk to a point, a line or a plane. */
export function requireDensity(mixture: FlatMixture, covarianceFloor: number): MixtureDensity {
  const density = densityOf(mixture);
  if (typeof density === "number") {
    throw new RangeError(
      `Cannot fit gaussian mixture: covarianceFloor must keep component ${density} positive definite, got ${covarianceFloor}`,
    );
  }
  return density;
}
