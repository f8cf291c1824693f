import { deviance, stirlingError } from "../../numerics/saddlePoint.ts";
import type { Bell } from "./transformedRejection.ts";

/** Poisson probabilities for a mean of at least 10, with the hat of Hörmann's PTRS. */
export function poissonBell(mean: number): Bell {
  const b = 0.931 + 2.53 * Math.sqrt(mean);
  const mode = Math.floor(mean);
  return {
    mode,
    variance: mean,
    last: Infinity,
    a: -0.059 + 0.02483 * b,
    b,
    centre: mean + 0.43,
    surely: 0.9277 - 3.6224 / (b - 2),
    height: (1.1239 + 1.1328 / (b - 3.4)) * Math.exp(-logProbability(mode, mean)),
    ratio: (k) => mean / k,
    logProbability: (k) => logProbability(k, mean),
  };
}

function logProbability(k: number, mean: number): number {
  if (k === 0) return -mean;
  return -stirlingError(k) - deviance(k, mean) - 0.5 * Math.log(2 * Math.PI * k);
}
