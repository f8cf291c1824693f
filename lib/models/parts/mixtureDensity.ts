import { cholesky } from "../../numerics/cholesky.ts";

/** k Gaussians in d dimensions with their weights, in one piece: component c begins at c, c · d, c · d². */
export interface FlatMixture {
  readonly weights: Float64Array;
  readonly means: Float64Array;
  readonly covariances: Float64Array;
  readonly d: number;
}

/** A mixture made ready to be asked for densities. */
export interface MixtureDensity {
  /** Lower triangular, L Lᵀ = covariance, shape (k, d, d). */
  readonly roots: Float64Array;
  /** Lower triangular, the inverse of each root, shape (k, d, d). */
  readonly inverses: Float64Array;
  /** log(weight) − ½ d log 2π − log |L| of each component: the log density at its mean, weighted. */
  readonly heights: Float64Array;
}

/** The mixture's roots and heights; or the number of the first component whose covariance is not positive definite. */
export function densityOf({ weights, covariances, d }: FlatMixture): MixtureDensity | number {
  const k = weights.length;
  const [roots, inverses] = [new Float64Array(k * d * d), new Float64Array(k * d * d)];
  const heights = new Float64Array(k);
  for (let c = 0; c < k; c += 1) {
    const root = cholesky(covariances.subarray(c * d * d, (c + 1) * d * d), d);
    if (!root) return c;
    heights[c] = Math.log(weights[c]!) - 0.5 * d * Math.log(2 * Math.PI);
    for (let j = 0; j < d; j += 1) {
      if (root[j * d + j] === 0) return c;
      heights[c]! -= Math.log(root[j * d + j]!);
    }
    roots.set(root, c * d * d);
    inverses.set(inverseOfLower(root, d), c * d * d);
  }
  return { roots, inverses, heights };
}

/**
 * Writes the weighted log density of each component at the point that begins at values[at] into `logs`, and gives the
 * largest.
 */
export function weightedLogs(
  { means, d }: FlatMixture,
  { inverses, heights }: MixtureDensity,
  values: ArrayLike<number>,
  at: number,
  logs: Float64Array,
): number {
  let largest = -Infinity;
  for (let c = 0; c < logs.length; c += 1) {
    let squares = 0; // |L⁻¹ (x − mean)|²
    for (let j = 0; j < d; j += 1) {
      const row = (c * d + j) * d;
      let z = 0;
      for (let l = 0; l <= j; l += 1) z += inverses[row + l]! * (values[at + l]! - means[c * d + l]!);
      squares += z * z;
    }
    const log = heights[c]! - 0.5 * squares;
    logs[c] = log;
    if (log > largest) largest = log;
  }
  return largest;
}

/** A share below e⁻⁶⁰ counts as 0: over 10¹⁰ points such shares sum to less than what EM adds against empty components. */
const least = -60;

/**
 * Turns weighted log densities into responsibilities, which sum to 1, and gives the log density of the mixture.
 * At a point so far out that every density is 0, each component answers for its weight.
 */
export function shareOut(logs: Float64Array, largest: number, weights: Float64Array): number {
  if (largest === -Infinity) {
    logs.set(weights);
    return -Infinity;
  }
  let total = 0;
  for (let c = 0; c < logs.length; c += 1) {
    const below = logs[c]! - largest;
    const share = below < least ? 0 : Math.exp(below);
    logs[c] = share;
    total += share;
  }
  for (let c = 0; c < logs.length; c += 1) logs[c]! /= total;
  return largest + Math.log(total);
}

function inverseOfLower(root: Float64Array, d: number): Float64Array {
  const inverse = new Float64Array(d * d);
  for (let j = 0; j < d; j += 1) {
    inverse[j * d + j] = 1 / root[j * d + j]!;
    for (let i = j + 1; i < d; i += 1) {
      let sum = 0;
      for (let k = j; k < i; k += 1) sum -= root[i * d + k]! * inverse[k * d + j]!;
      inverse[i * d + j] = sum / root[i * d + i]!;
    }
  }
  return inverse;
}
