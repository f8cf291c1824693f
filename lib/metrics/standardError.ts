import { variance } from "./variance.ts";

/**
 * Standard error of the mean of independent values, √(variance / n), with the unbiased variance.
 *
 * Read it as the distance by which an average over n runs typically misses the true mean. It halves when
 * n is multiplied by four. Lower is better.
 *
 * @param data one value per independent run, shape (n), n ≥ 2, in some unit u
 * @returns standard error in u, ≥ 0
 * @throws {RangeError} if there are fewer than 2 values or a non-finite number
 * @see chapter 1
 * @example standardError([1, 3]) // => 1
 */
export function standardError(data: ArrayLike<number>): number {
  if (data.length < 2) {
    throw new RangeError(
      `Cannot compute standardError: data must hold at least 2 values, got ${data.length}`,
    );
  }
  return Math.sqrt(variance(data, { ddof: 1 }) / data.length);
}
