/**
 * Loader's saddle-point form of binomial and Poisson probabilities: it stays exact to a few units of the last place
 * where the difference of log-factorials has lost every digit (means of 10¹⁵).
 *
 * @see Loader (2000), Fast and Accurate Computation of Binomial Probabilities
 */

/** ln n! of the small n, from exact factorials. */
const small = 16;
const smallErrors = new Float64Array(small);
for (let [n, factorial] = [1, 1]; n < small; n += 1, factorial *= n) {
  smallErrors[n] = Math.log(factorial) - (n + 0.5) * Math.log(n) + n - 0.5 * Math.log(2 * Math.PI);
}

/** What Stirling's formula misses: ln n! − ln(√(2πn) (n/e)ⁿ), for integers n ≥ 1. */
export function stirlingError(n: number): number {
  if (n < small) return smallErrors[n]!;
  const z = 1 / (n * n);
  return (1 / 12 - z * (1 / 360 - z * (1 / 1260 - z * (1 / 1680 - z / 1188)))) / n;
}

/** x ln(x / mean) + mean − x, for x > 0: how far x is from its mean; 0 where they agree. */
export function deviance(x: number, mean: number): number {
  const gap = x - mean;
  if (Math.abs(gap) >= 0.1 * (x + mean)) return x * Math.log(x / mean) - gap;
  const v = gap / (x + mean); // ln(x / mean) = 2 artanh v
  const z = v * v;
  let [sum, term] = [gap * v, 2 * x * v];
  for (let j = 3; ; j += 2) {
    term *= z;
    const next = sum + term / j;
    if (next === sum) return sum;
    sum = next;
  }
}
