import { studentQuantile } from "../numerics/studentQuantile.ts";
import { requireFinite } from "../require/requireFinite.ts";
import { mean } from "./mean.ts";
import type { Interval } from "./medianInterval.ts";
import { requireLevel } from "./parts/requireLevel.ts";
import { standardError } from "./standardError.ts";

/**
 * Interval for a mean, mean ± t · standard error, where the runs allow one. A mean of a heavy-tailed law is made by runs so
 * rare that a sample mostly has none: it then lies far below the truth, and so does its standard error. That is so for
 * the variance of a collapsing Gaussian, whose law falls by products. So the interval is refused where the sample is
 * skewed by Cochran's rule, and below 30 runs, which cannot show their tails:
 *
 *   n > 25 · skewness²          skewness = Σ(x − mean)³ / n / (Σ(x − mean)² / n)^1.5
 *
 * What a typical run does can be said for every law: {@link medianInterval}. A mean of logarithms is another way out.
 *
 * @param data one value per independent run, shape (n), n ≥ 30, in some unit u
 * @param options.level chance to hold the true mean, above 0 and below 1; kept to about 0.01 at a level of 0.95
 * @returns the mean with its interval, in u; {@link Interval}
 * @throws {RangeError} if level is out of range, a number is not finite, there are fewer than 30 values, all are equal, or
 *   their skewness is above √(n / 25)
 * @see Cochran (1977), Sampling Techniques, 3rd ed., §2.15 (n > 25 G₁²) — chapters 1, 2
 * @example
 * const { low, high } = meanInterval(Array.from({ length: 40 }, (_, i) => i % 2), { level: 0.95 });
 * [low < 0.5, high < 0.7] // => [true, true]
 */
export function meanInterval(data: ArrayLike<number>, options: { level: number }): Interval {
  const action = "give an interval of a mean";
  const level = requireLevel(action, options);
  requireFinite(action, "data", data, 30);
  const n = data.length;
  const estimate = mean(data);
  const error = standardError(data);
  if (!(error > 0))
    throw new RangeError(`Cannot ${action}: data must hold different values, got ${n} times ${data[0]}`);
  const scale = error * Math.sqrt(n - 1); // √ of the mean square: no cube can overflow
  let cubes = 0;
  for (let i = 0; i < n; i += 1) cubes += ((data[i]! - estimate) / scale) ** 3;
  const skewness = cubes / n;
  if (25 * skewness ** 2 >= n) {
    throw new RangeError(
      `Cannot ${action}: data must have a skewness below ${Math.sqrt(n / 25).toPrecision(3)} with ${n} values, got ${skewness.toPrecision(3)}: its tail is too heavy, take medianInterval`,
    );
  }
  const room = error * studentQuantile(level, n - 1);
  return { estimate, low: estimate - room, high: estimate + room, level };
}
