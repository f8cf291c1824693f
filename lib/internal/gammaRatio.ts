import digamma from "@stdlib/math-base-special-digamma";
import gammaln from "@stdlib/math-base-special-gammaln";

/** From here on the asymptotic series below are exact to double precision, and subtraction is not. */
const far = 20;

/** ln of Γ(x + ½) / (Γ(x) √x), for x > 0: a small negative number, −1/(8x) to first order. */
export function logHalfStepRatio(x: number): number {
  if (x < far) return gammaln(x + 0.5) - gammaln(x) - 0.5 * Math.log(x);
  const y = 1 / x;
  const z = y * y;
  return y * (-1 / 8 + z * (1 / 192 - z * (1 / 640 - z * (17 / 14336 - (z * 31) / 18432))));
}

/** ψ(x) − ln x, for x > 0: −1/(2x) to first order. */
export function digammaMinusLog(x: number): number {
  if (x < far) return digamma(x) - Math.log(x);
  const y = 1 / (x * x);
  return -1 / (2 * x) - y * (1 / 12 - y * (1 / 120 - y * (1 / 252 - y * (1 / 240 - y / 132))));
}

/** ψ″(x), for x > 0; always negative, −1/x² to first order. */
export function tetragamma(x: number): number {
  let near = 0;
  let shifted = x;
  for (; shifted < 20; shifted += 1) near -= 2 / shifted ** 3; // ψ″(x) = ψ″(x + 1) − 2/x³
  const y = 1 / (shifted * shifted);
  return near - y * (1 + 1 / shifted + y * (1 / 2 - y * (1 / 6 - y * (1 / 6 - (y * 3) / 10))));
}

/** ln of Γ(x − drop) / Γ(x), for x ≥ 20 and 0 ≤ drop ≤ 1: −drop ln x to first order. */
export function logGammaDrop(x: number, drop: number): number {
  const y = x - drop;
  const series = (z: number) =>
    (1 / 12 - (1 / 360 - (1 / 1260 - 1 / (1680 * z * z)) / (z * z)) / (z * z)) / z;
  return (y - 0.5) * Math.log1p(-drop / x) - drop * Math.log(x) + drop + series(y) - series(x);
}
