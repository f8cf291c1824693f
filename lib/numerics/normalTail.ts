/** P(Z > z) of a standard normal Z; to full relative precision also far out. */
export function normalTail(z: number): number {
  return complementaryErrorFunction(z * Math.SQRT1_2) / 2;
}

/** Width of the steps of the trapezoid rule: e^(−π²/step²), about 7e-18, is what the rule misses. */
const step = 0.5;
/** e^(−t²) at the steps t, as far as it counts. */
const nodes = Array.from({ length: 13 }, (_, i) => {
  const t2 = (step * (i + 1)) ** 2;
  return { t2, weight: Math.exp(-t2) };
});

/**
 * erfc(x) = 2/√π ∫ₓ^∞ e^(−t²) dt, to full relative precision also far out, where it is tiny. Between, it is
 * x e^(−x²)/π ∫ e^(−t²)/(t² + x²) dt by the trapezoid rule, less what its pole at t = ix adds.
 *
 * @see Matta, Reichel (1971), Math. Comp. 25(114):339–344
 */
export function complementaryErrorFunction(x: number): number {
  if (x < 0) return 2 - complementaryErrorFunction(-x);
  if (x < 0.5) return 1 - errorFunction(x);
  if (x > 27.5) return 0;
  let sum = 1 / (2 * x * x);
  for (const { t2, weight } of nodes) sum += weight / (t2 + x * x);
  const pole = x < Math.PI / step ? 2 / Math.expm1((2 * Math.PI * x) / step) : 0;
  return ((2 * step * x) / Math.PI) * gaussian(x) * sum - pole;
}

/** erf(x) for small x ≥ 0:  2/√π e^(−x²) Σ 2^n x^(2n + 1) / (1·3·5···(2n + 1)). */
function errorFunction(x: number): number {
  let sum = 0;
  for (let n = 14; n > 0; n -= 1) sum = ((1 + sum) * 2 * x * x) / (2 * n + 1);
  return (2 / Math.sqrt(Math.PI)) * x * gaussian(x) * (1 + sum);
}

/** e^(−x²); x² is rounded in two parts, for its last bit counts where it is large. */
function gaussian(x: number): number {
  const head = Math.fround(x);
  return Math.exp(-head * head) * Math.exp((head - x) * (head + x));
}
