import type { Points } from "../numerics/points.ts";
import { averageSd } from "./parts/bandwidthOf.ts";

/**
 * Silverman's rule of thumb for the bandwidth of a kernel density estimate, right for Gaussian data:
 *
 *   h = sd · (n (d + 2) / 4)^(−1/(d + 4))
 *
 * sd is the root of the mean variance (÷ n − 1) over the d axes; for one axis h is that of SciPy's `gaussian_kde`
 * (1.06 sd n^(−1/5)), not R's `bw.nrd0` (0.9 times the smaller of sd and IQR / 1.34).
 *
 * @param data numbers, shape (n), or rows, shape (n, d); n ≥ 2
 * @returns h > 0, in the unit of the data
 * @throws {RangeError} if the data is too short, not finite, or has no variance
 * @see Silverman (1986), "Density Estimation", §3.4 and §4.3 — chapter 9
 * @example silvermanBandwidth([1, 2, 3, 4]).toFixed(4) // => "1.0363"
 */
export function silvermanBandwidth(data: ArrayLike<number> | Points): number {
  const { sd, n, d } = averageSd("compute silvermanBandwidth", data);
  return sd * ((n * (d + 2)) / 4) ** (-1 / (d + 4));
}
