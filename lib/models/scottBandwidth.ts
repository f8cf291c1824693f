import type { Points } from "../numerics/points.ts";
import { averageSd } from "./parts/bandwidthOf.ts";

/**
 * Scott's rule of thumb for the bandwidth of a kernel density estimate, right for Gaussian data:
 *
 *   h = sd · n^(−1/(d + 4))
 *
 * sd is the root of the mean variance (÷ n − 1) over the d axes; for one axis h is that of SciPy's `gaussian_kde`.
 *
 * @param data numbers, shape (n), or rows, shape (n, d); n ≥ 2
 * @returns h > 0, in the unit of the data
 * @throws {RangeError} if the data is too short, not finite, or has no variance
 * @see Scott (1992), "Multivariate Density Estimation", §6.3 — chapter 9
 * @example scottBandwidth([1, 2, 3, 4]).toFixed(4) // => "0.9784"
 */
export function scottBandwidth(data: ArrayLike<number> | Points): number {
  const { sd, n, d } = averageSd("compute scottBandwidth", data);
  return sd * n ** (-1 / (d + 4));
}
