import { digammaMinusLog, tetragamma } from "../numerics/gammaRatio.ts";
import { trigamma } from "../numerics/polygamma.ts";
import { expectedLogVariance } from "./expectedLogVariance.ts";
import { type GaussianLoop, requireLoop } from "./gaussianLaw.ts";

/**
 * Median over chains of the variance of generation t in a Gaussian replace loop, relative to the truth: what
 * happens to a typical chain. ln σ_t² is a sum of t independent terms, nearly normal but skewed to the left, so
 *
 *   median σ_t²/σ₀² ≈ exp( E ln σ_t² − ψ″/(6 ψ′) ),   ψ″ and ψ′ at (M − 1)/2
 *
 * (the Cornish–Fisher step from mean to median). That is within 0.2 % for M ≥ 10 and 9 % for M = 2. What is returned is the
 * median itself, from the characteristic function of ln σ_t²; the formula above only where t M is above two million.
 *
 * @param generation t, refits since the true law, an integer ≥ 0
 * @param loop size M, ddof, and the sampling bias λ (1 if left out)
 * @returns ratio, 0 … 1; relative error below 1e-8
 * @throws {RangeError} if generation, size, ddof or bias is not what a loop can have
 * @see Gil-Pelaez (1951), Biometrika 38(3/4):481–482, doi:10.1093/biomet/38.3-4.481; Cornish, Fisher (1938), Rev. Int. Stat. Inst. 5(4):307–320, doi:10.2307/1400905 — chapter 1
 * @example Number(medianVariance(100, { size: 100, ddof: 1 }).toFixed(3)) // => 0.364
 */
export function medianVariance(generation: number, loop: GaussianLoop): number {
  requireLoop("compute medianVariance", generation, loop);
  if (generation === 0) return 1;
  return Math.exp(expectedLogVariance(generation, loop) + medianOfLogGammas(generation, (loop.size - 1) / 2));
}

/** Shapes from here on have an asymptotic series for ln Γ that is exact to double precision. */
const far = 20;

/**
 * The median of Σ (ln G_i − E ln G_i) over `terms` independent gamma variables G_i of one shape: above their
 * mean, 0, since ln G is skewed to the left. Gil-Pelaez: P(S ≤ s) = ½ − ∫ Im(e^(−ius) φ(u)) du / (πu), by the midpoint
 * rule, whose error is the mass a whole period away; the root by Newton's method.
 */
function medianOfLogGammas(terms: number, shape: number): number {
  const cornishFisher = -tetragamma(shape) / (6 * trigamma(shape));
  if (terms * shape > 1e6) return cornishFisher;
  const step = (2 * Math.PI) / (8 * Math.sqrt(terms * trigamma(shape)) + 40 / shape);
  const nodes: { u: number; size: number; angle: number }[] = [];
  for (let u = step / 2; ; u += step) {
    const { re, im } = logCharacteristic(u, shape);
    if (terms * re < -40) break;
    nodes.push({ u, size: Math.exp(terms * re), angle: terms * im });
  }
  let median = cornishFisher;
  for (let round = 0; round < 8; round += 1) {
    let [excess, density] = [0, 0];
    for (const { u, size, angle } of nodes) {
      excess += (size * Math.sin(angle - u * median)) / u;
      density += size * Math.cos(angle - u * median);
    }
    median += excess / density;
  }
  return median;
}

/** ln E e^(iu (ln G − E ln G)) = ln Γ(x + iu) − ln Γ(x) − iu ψ(x), without the cancellation of its large parts. */
function logCharacteristic(u: number, shape: number): { re: number; im: number } {
  let [re, im, x] = [0, 0, shape];
  for (; x < far; x += 1) {
    re -= Math.log1p((u / x) ** 2) / 2; // Γ(x + iu) = Γ(x + 1 + iu) / (x + iu)
    im -= Math.atan(u / x) - u / x;
  }
  const [logLength, turn] = [Math.log1p((u / x) ** 2) / 2, Math.atan(u / x)];
  const [ofSum, ofShape] = [stirlingTail(x, u), stirlingTail(x, 0)];
  return {
    re: re + (x - 0.5) * logLength - u * turn + ofSum.re - ofShape.re,
    im: im + (x - 0.5) * turn + u * (logLength - 1 - digammaMinusLog(x)) + ofSum.im,
  };
}

/** 1/(12 z) − 1/(360 z³) + 1/(1260 z⁵) − … at z = x + iy: what Stirling's formula for ln Γ(z) leaves out. */
function stirlingTail(x: number, y: number): { re: number; im: number } {
  const square = x * x + y * y;
  const [a, b] = [x / square, -y / square]; // 1/z
  const [c, d] = [a * a - b * b, 2 * a * b]; // 1/z²
  let [re, im] = [0, 0];
  for (const factor of [1 / 1188, -1 / 1680, 1 / 1260, -1 / 360, 1 / 12]) {
    [re, im] = [factor + re * c - im * d, re * d + im * c];
  }
  return { re: re * a - im * b, im: re * b + im * a };
}
