import { deviance, stirlingError } from "../../numerics/saddlePoint.ts";
import type { Bell } from "./transformedRejection.ts";

/** Binomial probabilities for p ≤ ½ and n p ≥ 10, with the hat of Hörmann's BTRS. */
export function binomialBell(n: number, p: number): Bell {
  const mean = n * p;
  const variance = mean * (1 - p);
  const sd = Math.sqrt(variance);
  const odds = p / (1 - p);
  const b = 1.15 + 2.53 * sd;
  return {
    mode: Math.floor((n + 1) * p),
    variance,
    last: n,
    a: -0.0873 + 0.0248 * b + 0.01 * p,
    b,
    centre: mean + 0.5,
    surely: 0.92 - 4.2 / b,
    height: (2.83 + 5.1 / b) * sd,
    ratio: (k) => ((n - k + 1) / k) * odds,
    logProbability(k) {
      if (k === 0) return n * Math.log1p(-p);
      if (k === n) return n * Math.log(p);
      const rest = n - k;
      const errors = stirlingError(n) - stirlingError(k) - stirlingError(rest);
      const distances = deviance(k, mean) + deviance(rest, n * (1 - p));
      return errors - distances - 0.5 * Math.log(2 * Math.PI * k * (rest / n));
    },
  };
}
