import { digammaMinusLog } from "./gammaRatio.ts";

/** ψ′(x), for x > 0: the second derivative of ln Γ(x); always positive, 1/x to first order. */
export function trigamma(x: number): number {
  let near = 0;
  let shifted = x;
  for (; shifted < 20; shifted += 1) near += 1 / (shifted * shifted); // ψ′(x) = ψ′(x + 1) + 1/x²
  const y = 1 / (shifted * shifted);
  const series = 1 / 6 - y * (1 / 30 - y * (1 / 42 - y * (1 / 30 - (y * 5) / 66)));
  return near + (1 + (1 / 2 + series / shifted) / shifted) / shifted;
}

/** ψ(x), for x > 0: the derivative of ln Γ(x), and ln x − 1/(2x) to first order. */
export function digamma(x: number): number {
  return Math.log(x) + digammaMinusLog(x);
}
