/** From here on the series for the other factors is exact to double precision. */
const far = 100;

/**
 * ln Π (1 − 1/(i² M)), i = 1 … t, to full relative precision, in constant time; t = Infinity is ln of
 * sin(π/√M) / (π/√M).
 */
export function logAccumulated(batches: number, size: number): number {
  let log = 0;
  const steps = Math.min(batches, far);
  for (let i = 1; i <= steps; i += 1) log += Math.log1p(-1 / (i * i * size));
  return batches === steps ? log : log + rest(batches, size) - rest(steps, size);
}

/** Minus Σ ln(1 − 1/(i² M)) over i > t: the sum over k of ζ(2k, t + 1) / (k M^k), each ζ by Euler and Maclaurin. */
function rest(t: number, size: number): number {
  const x = 1 / (t + 1);
  const y = x * x;
  const zeta2 = x * (1 + x * (1 / 2 + x * (1 / 6 - y * (1 / 30 - y * (1 / 42 - y / 30)))));
  const zeta4 = x ** 3 * (1 / 3 + x * (1 / 2 + x * (1 / 3 - (y * 1) / 6)));
  const zeta6 = x ** 5 * (1 / 5 + x * (1 / 2 + x / 2));
  const zeta8 = x ** 7 / 7;
  return (zeta2 + (zeta4 / 2 + (zeta6 / 3 + zeta8 / 4 / size) / size) / size) / size;
}
