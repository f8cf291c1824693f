import { logGamma } from "../numerics/logGamma.ts";
import { median } from "./median.ts";
import { requireLevel } from "./parts/requireLevel.ts";
import { sortedFinite } from "./parts/sortedFinite.ts";

/** An estimate from independent runs, between two numbers that hold the truth with a stated chance. */
export interface Interval {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  /** The chance that such an interval holds the truth: at least what was asked for. */
  readonly level: number;
}

/**
 * Interval for a median between two of the sorted values, exact for every law, however heavy its tails: the number of
 * values below the true median is binomial with chance ½, so
 *
 *   P(x₍ₖ₎ ≤ median ≤ x₍ₙ₊₁₋ₖ₎) ≥ 1 − 2 P(Bin(n, ½) < k)
 *
 * with the largest k that keeps the level. Its `level` is the right-hand side, mostly a little above what was asked.
 *
 * @param data one value per independent run, shape (n), in some unit u; 6 or more for a level of 0.95
 * @param options.level chance to hold the true median, above 0 and below 1
 * @returns the median with its interval, in u; {@link Interval}
 * @throws {RangeError} if level is out of range, a number is not finite, or there are too few values for the level
 * @see David, Nagaraja (2003), Order Statistics, 3rd ed., §7.1, doi:10.1002/0471722162 — chapters 1, 2
 * @example medianInterval([8, 1, 2, 3, 4, 5, 6, 7], { level: 0.9 }) // => { estimate: 4.5, low: 2, high: 7, level: 0.9296875 }
 */
export function medianInterval(data: ArrayLike<number>, options: { level: number }): Interval {
  const action = "give an interval of a median";
  const level = requireLevel(action, options);
  const sorted = sortedFinite(action, "data", data);
  const n = sorted.length;
  let k = 0;
  let missed = 0; // 2 P(Bin(n, ½) < k)
  for (;;) {
    const next =
      missed + 2 * Math.exp(logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1) - n * Math.LN2);
    if (next > 1 - level || 2 * (k + 1) > n) break;
    missed = next;
    k += 1;
  }
  if (k === 0) {
    const least = Math.ceil(1 - Math.log2(1 - level));
    throw new RangeError(
      `Cannot ${action}: data must hold at least ${least} values for level ${level}, got ${n}`,
    );
  }
  return { estimate: median(sorted), low: sorted[k - 1]!, high: sorted[n - k]!, level: 1 - missed };
}
