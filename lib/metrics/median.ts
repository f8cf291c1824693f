import { quantile } from "./quantile.ts";

/**
 * Median: half of the values lie on each side. In a collapsing loop it shows what happens to a typical chain,
 * where the mean can be held up by a few wild ones.
 *
 * @param data sample, shape (n), n ≥ 1, in some unit u
 * @returns median in u
 * @throws {RangeError} if the sample is empty or holds a non-finite number
 * @see quantile — chapter 1
 * @example median([1, 2, 30]) // => 2
 */
export function median(data: ArrayLike<number>): number {
  return quantile(data, 0.5);
}
