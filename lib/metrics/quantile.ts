import { requireShare } from "../require/requireShare.ts";
import { interpolated } from "./parts/interpolated.ts";
import { sortedFinite } from "./parts/sortedFinite.ts";

/**
 * Quantile by the R-7 method (the default of R, NumPy and d3): linear between the two values around
 * position (n − 1) · p of the sorted sample.
 *
 * @param data sample, shape (n), n ≥ 1, in some unit u; not changed
 * @param p which quantile, 0 (least value) … 1 (greatest)
 * @returns quantile in u
 * @throws {RangeError} if p is outside [0, 1], or the sample is empty or holds a non-finite number
 * @see Hyndman, Fan (1996), Am. Stat. 50(4):361–365, doi:10.1080/00031305.1996.10473566 — chapter 1
 * @example quantile([1, 2, 3, 10], 0.25) // => 1.75
 */
export function quantile(data: ArrayLike<number>, p: number): number {
  requireShare("compute quantile", "p", p);
  const sorted = sortedFinite("compute quantile", "data", data);
  return interpolated(sorted, (sorted.length - 1) * p);
}
