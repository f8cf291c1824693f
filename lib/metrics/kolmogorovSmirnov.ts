import { stepFunction, walkSteps } from "./parts/stepFunctions.ts";

/**
 * Two-sample Kolmogorov–Smirnov statistic: the greatest height between two empirical distribution functions,
 * max |F_a(x) − F_b(x)|. It has no unit and does not change when both samples are stretched. Lower is better.
 *
 * @param a reference sample, shape (n), in some unit; equal values are fine
 * @param b compared sample, shape (m), in the same unit
 * @returns statistic, 0 … 1; 1 when the samples do not overlap
 * @throws {RangeError} if a sample is empty or holds a non-finite number
 * @see Smirnov (1948), Ann. Math. Stat. 19(2):279–281, doi:10.1214/aoms/1177730256 — chapter 6
 * @example kolmogorovSmirnov([1, 2, 3, 4], [3, 4, 5, 6]) // => 0.5
 */
export function kolmogorovSmirnov(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const ofA = stepFunction("compute kolmogorovSmirnov", "a", a);
  const ofB = stepFunction("compute kolmogorovSmirnov", "b", b);
  let greatest = 0;
  walkSteps(ofA, ofB, (shareOfA, shareOfB) => {
    greatest = Math.max(greatest, Math.abs(shareOfA - shareOfB));
  });
  return greatest;
}
