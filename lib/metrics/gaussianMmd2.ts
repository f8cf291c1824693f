import { requireFiniteNumber } from "../internal/requireFiniteNumber.ts";
import { type MeanAndSd, requireMeanAndSd } from "../internal/requireMeanAndSd.ts";

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
export function gaussianMmd2(a: MeanAndSd, b: MeanAndSd, { lengthScale }: { lengthScale: number }): number {
  const action = "compute gaussianMmd2";
  requireMeanAndSd(action, "a", a);
  requireMeanAndSd(action, "b", b);
  requireFiniteNumber(action, "lengthScale", lengthScale, 0);
  const meanKernel = (x: MeanAndSd, y: MeanAndSd): number => {
    const width = Math.hypot(lengthScale, x.sd, y.sd);
    return (lengthScale / width) * Math.exp(-(((x.mean - y.mean) / width) ** 2) / 2);
  };
  return Math.max(0, meanKernel(a, a) + meanKernel(b, b) - 2 * meanKernel(a, b));
}
