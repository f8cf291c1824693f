import { requireFiniteNumber } from "../require/requireFiniteNumber.ts";
import { requireOptions } from "../require/requireOptions.ts";
import { type MeanAndSd, requireMeanAndSd } from "./parts/requireMeanAndSd.ts";

/**
 * Squared maximum mean discrepancy of two one-dimensional Gaussians with the Gaussian kernel of length ℓ, in closed
 * form: each of the three means of the kernel is E k = √(ℓ² / (ℓ² + v)) exp(−Δ² / 2 (ℓ² + v)), with Δ the difference
 * of the means and v the sum of the variances. It is what `mmd2` tends to for large samples. Lower is better.
 *
 * @param a mean and sd of the reference, in some unit u; a fitted gaussian's `parameters` will do
 * @param b mean and sd of the other, in the same unit
 * @param options.lengthScale ℓ in u, > 0
 * @returns MMD², 0 … 2; 0 exactly when both agree
 * @throws {RangeError} if a mean is not finite, an sd is negative or not finite, or lengthScale is not finite and
 *   above 0
 * @see Gretton et al. (2012), J. Mach. Learn. Res. 13:723–773 — chapter 6
 * @example gaussianMmd2({ mean: 0, sd: 1 }, { mean: 1, sd: 2 }, { lengthScale: 1 }).toFixed(6) // => "0.159470"
 */
export function gaussianMmd2(a: MeanAndSd, b: MeanAndSd, options: { lengthScale: number }): number {
  const action = "compute gaussianMmd2";
  const { lengthScale } = requireOptions(action, options);
  requireMeanAndSd(action, "a", a);
  requireMeanAndSd(action, "b", b);
  requireFiniteNumber(action, "lengthScale", lengthScale, 0);
  const width = (x: number, y: number): number => Math.hypot(lengthScale, x, y);
  const [ofA, ofB, between] = [width(a.sd, a.sd), width(b.sd, b.sd), width(a.sd, b.sd)];
  const ofMeans = -2 * Math.expm1(-(((a.mean - b.mean) / between) ** 2) / 2);
  const w = (ofA / between) * (ofB / between);
  if (!(w > 0.5)) {
    const ofSds = lengthScale / ofA + lengthScale / ofB - 2 * (lengthScale / between);
    return Math.max(0, ofSds + (lengthScale / between) * ofMeans);
  }
  // With t = (a.sd² − b.sd²)/between² the kernels of equal means give (1 + t)^−½ + (1 − t)^−½ − 2. It is of order t²,
  // so it is taken from t² and w = √(1 − t²), and the means' part from expm1: neither cancels where a is close to b.
  const t = ((a.sd - b.sd) / between) * ((a.sd + b.sd) / between);
  const ofSds = (2 * t * t * (1 + 2 * w)) / ((1 + w) * w * (Math.sqrt(2 + 2 * w) + 2 * w));
  return (lengthScale / between) * (ofSds + ofMeans);
}
