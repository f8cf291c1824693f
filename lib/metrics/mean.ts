import { requireFinite } from "../internal/requireFinite.ts";

/**
 * Arithmetic mean, Σx / n.
 *
 * @param data sample, shape (n), n ≥ 1, in some unit u
 * @returns mean in u
 * @throws {RangeError} if the sample is empty or holds a non-finite number
 * @see chapter 1
 * @example mean([1, 2, 6]) // => 3
 */
export function mean(data: ArrayLike<number>): number {
  requireFinite("compute mean", "data", data);
  let sum = 0;
  for (let i = 0; i < data.length; i += 1) sum += data[i]!;
  return sum / data.length;
}
