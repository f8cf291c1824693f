import { interpolated } from "./parts/interpolated.ts";
import { sortedFinite } from "./parts/sortedFinite.ts";

/**
 * Standard error of a median without assuming a shape: half the width of the interval between the order
 * statistics one binomial standard deviation (√n / 2 places) either side of the middle.
 *
 * For a smooth density f it tends to 1 / (2 f(median) √n) as n grows; with n below about 30 it is rough.
 *
 * @param data one value per independent run, shape (n), n ≥ 5, in some unit u
 * @returns standard error in u, ≥ 0; lower is better
 * @throws {RangeError} if there are fewer than 5 values or a non-finite number
 * @see chapter 1
 * @example medianStandardError([1, 2, 3, 4, 5, 6, 7, 8, 9]) // => 1.5
 */
export function medianStandardError(data: ArrayLike<number>): number {
  const sorted = sortedFinite("compute medianStandardError", "data", data);
  const n = sorted.length;
  if (n < 5)
    throw new RangeError(`Cannot compute medianStandardError: data must hold at least 5 values, got ${n}`);
  const half = (place: number): number => interpolated(sorted, place) / 2;
  return half((n - 1 + Math.sqrt(n)) / 2) - half((n - 1 - Math.sqrt(n)) / 2);
}
