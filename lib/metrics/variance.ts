import { type Ddof, requireDdof } from "../numerics/requireDdof.ts";
import { requireOptions } from "../require/requireOptions.ts";
import { mean } from "./mean.ts";

/**
 * Variance, Σ(x − mean)² / (n − ddof). How the divisor is chosen decides whether a loop's mean variance falls,
 * so it has no default.
 *
 * @param data sample, shape (n), n > ddof, in some unit u
 * @param options.ddof 1 divides by n − 1 (unbiased), 0 by n (maximum likelihood)
 * @returns variance in u², ≥ 0
 * @throws {RangeError} if ddof is not 0 or 1, or the sample is too short or holds a non-finite number
 * @see chapter 1
 * @example variance([1, 2, 6], { ddof: 1 }) // => 7
 */
export function variance(data: ArrayLike<number>, options: { ddof: Ddof }): number {
  const { ddof } = requireOptions("compute variance", options);
  requireDdof("compute variance", ddof);
  const n = data.length;
  if (n <= ddof) {
    throw new RangeError(`Cannot compute variance: data must hold at least ${ddof + 1} values, got ${n}`);
  }
  const centre = mean(data);
  let squares = 0;
  for (let i = 0; i < n; i += 1) squares += (data[i]! - centre) ** 2;
  return squares / (n - ddof);
}
