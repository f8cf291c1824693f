import { digammaMinusLog } from "./gammaRatio.ts";

/** ψ(x), for x > 0: the derivative of ln Γ(x), and ln x − 1/(2x) to first order. */
export function digamma(x: number): number {
  return Math.log(x) + digammaMinusLog(x);
}
