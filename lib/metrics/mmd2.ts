import type { Points } from "../numerics/points.ts";
import { twoClouds } from "../numerics/twoClouds.ts";
import { requireBoolean } from "../require/requireBoolean.ts";
import { requireFiniteNumber } from "../require/requireFiniteNumber.ts";
import { requireOptions } from "../require/requireOptions.ts";
import { kernelSums } from "./parts/kernelSums.ts";

/**
 * Squared maximum mean discrepancy of two samples, with the Gaussian ("RBF") kernel k(x, y) = exp(−|x − y|² / 2ℓ²):
 *
 *   MMD² = E k(x, x′) + E k(y, y′) − 2 E k(x, y)
 *
 * The biased estimate also counts each point with itself: it is never negative, and 0 for equal samples. The unbiased
 * one leaves those pairs out: right on average, and below 0 about half of the time when nothing has changed.
 * Cost O((n + m)² d) time, and no memory beyond a copy of the points. Lower is better.
 *
 * @param a reference sample, shape (n, d), in some unit u
 * @param b compared sample, shape (m, d), in the same unit
 * @param options.lengthScale ℓ in u, > 0: the distance at which points stop to look alike
 * @param options.biased true for the biased (V-)statistic, false for the unbiased (U-)statistic
 * @returns MMD², below 2; ≥ 0 if biased
 * @throws {RangeError} if rows are ragged, not finite or of different length in a and b; if a sample is empty (with
 *   biased false: holds fewer than 2 rows); if lengthScale is not finite and above 0
 * @throws {TypeError} if biased is not said
 * @see Gretton et al. (2012), J. Mach. Learn. Res. 13:723–773 — chapter 6
 * @example mmd2([[0], [1]], [[0], [1]], { lengthScale: 1, biased: true }) // => 0
 * @example mmd2([[0], [0]], [[9], [9]], { lengthScale: 1, biased: false }).toFixed(3) // => "2.000"
 */
export function mmd2(a: Points, b: Points, options: { lengthScale: number; biased: boolean }): number {
  const action = "compute mmd2";
  const { lengthScale, biased } = requireOptions(action, options);
  requireFiniteNumber(action, "lengthScale", lengthScale, 0);
  requireBoolean(action, "biased", biased);
  const [xs, ys] = twoClouds(action, ["a", "b"], a, b, biased ? 1 : 2);
  // neither 0 nor Infinity, so that no product with a distance is NaN
  const scale = Math.min(Number.MAX_VALUE, Math.max(Number.MIN_VALUE, 1 / (2 * lengthScale ** 2)));
  const { ofX, ofY, between } = kernelSums(xs, ys, scale);
  const within = meanWithin(ofX, xs.n, biased) + meanWithin(ofY, ys.n, biased);
  const value = within - 2 * (between / (xs.n * ys.n));
  return biased ? Math.max(0, value) : value; // rounding may leave −1e-17
}

/** Mean kernel over pairs of one sample: all n² if biased, the n (n − 1) of different points if not. */
function meanWithin(sum: number, n: number, biased: boolean): number {
  return biased ? (n + 2 * sum) / n ** 2 : (2 * sum) / (n * (n - 1));
}
