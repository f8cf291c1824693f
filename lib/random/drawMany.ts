import { requireInteger } from "../require/requireInteger.ts";
import type { Distribution, NumberDistribution } from "./distribution.ts";
import type { Rng } from "./rng.ts";

/**
 * Many independent draws from one distribution, in the order in which single draws would come.
 *
 * @param distribution what to draw from, such as `gamma({ shape: 2, scale: 1 })` or any function (rng) → number
 * @param count how many draws
 * @param rng a seeded stream
 * @returns a new array, shape (count), in the unit of the distribution
 * @throws {RangeError} if count is not an integer ≥ 0
 * @see Distribution
 * @example drawMany(categorical([0, 3, 0]), 4, seeded(1)) // => Float64Array [1, 1, 1, 1]
 */
export function drawMany(
  distribution: Distribution | NumberDistribution,
  count: number,
  rng: Rng,
): Float64Array {
  requireInteger("draw many", "count", count);
  const draws = new Float64Array(count);
  if ("fill" in distribution) return distribution.fill(draws, rng);
  for (let i = 0; i < count; i += 1) draws[i] = distribution(rng);
  return draws;
}
