import { digammaMinusLog, tetragamma } from "../../numerics/gammaRatio.ts";
import { trigamma } from "../../numerics/trigamma.ts";

/** Shapes from here on have an asymptotic series for ln Γ that is exact to double precision. */
const far = 20;

/**
 * The median of Σ (ln G_i − E ln G_i) over `terms` independent gamma variables G_i of one shape: above their
 * mean, 0, since ln G is skewed to the left. Gil-Pelaez: P(S ≤ s) = ½ − ∫ Im(e^(−ius) φ(u)) du / (πu), by the midpoint
 * rule, whose error is the mass a whole period away; the root by Newton's method.
 */
export function medianOfLogGammas(terms: number, shape: number): number {
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
