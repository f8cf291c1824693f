import type { Points } from "../numerics/points.ts";
import { columnsOf, squaredDistances } from "../numerics/squaredDistances.ts";
import { twoClouds } from "../numerics/twoClouds.ts";
import { requireFiniteNumber } from "../require/requireFiniteNumber.ts";
import { requireInteger } from "../require/requireInteger.ts";
import { requireOptions } from "../require/requireOptions.ts";

/**
 * Modes left: of the modes of a mixture, how many still have enough points of a sample close by. A point belongs to its
 * nearest mode, if that is within the radius; else it is noise and counts for none. Higher is better.
 *
 * @param points sample, shape (n, d), in some unit u
 * @param modes centres of the modes, shape (m, d), in the same unit
 * @param options.radius how close is close, in u, > 0; for modes of standard deviation s, 3 s is usual in the plane
 * @param options.atLeast how many points a mode must have to be covered, an integer ≥ 1
 * @returns covered modes, 0 … m
 * @throws {RangeError} if points or modes are empty, ragged, not finite or of different dimension, radius is not finite
 *   and above 0, or atLeast is not an integer ≥ 1
 * @see Srivastava et al. (2017), NeurIPS, arXiv:1705.07761 — chapter 8
 * @example modesCovered([[0.1], [0.2], [5], [9.8]], [[0], [10], [20]], { radius: 1, atLeast: 1 }) // => 2
 */
export function modesCovered(
  points: Points,
  modes: Points,
  options: { radius: number; atLeast: number },
): number {
  const action = "compute modesCovered";
  const { radius, atLeast } = requireOptions(action, options);
  requireFiniteNumber(action, "radius", radius, 0);
  requireInteger(action, "atLeast", atLeast, 1);
  const [sample, centres] = twoClouds(action, ["points", "modes"], points, modes);
  const [ofSample, ofCentres] = [columnsOf(sample), columnsOf(centres)];
  const counts = new Uint32Array(centres.n);
  const [first, second] = [new Float64Array(centres.n), new Float64Array(centres.n)];
  const count = (squared: Float64Array): void => {
    let nearest = 0;
    for (let j = 1; j < centres.n; j += 1) if (squared[j]! < squared[nearest]!) nearest = j;
    if (Math.sqrt(squared[nearest]!) <= radius) counts[nearest]! += 1;
  };
  for (let i = 0; i < sample.n; i += 2) {
    squaredDistances(ofSample, i, ofCentres, centres.n, first, second);
    count(first);
    if (i + 1 < sample.n) count(second);
  }
  return counts.reduce((covered, n) => covered + (n >= atLeast ? 1 : 0), 0);
}
