import { requireFiniteNumber } from "../require/requireFiniteNumber.ts";

/**
 * The weight of fresh human data that makes a loop's limit error smallest, when each round has n human and m = n/k
 * synthetic samples:
 *
 *   w* = (√(k² + 4k) − k) / 2,   the root of w² + k w − k = 0
 *
 * For k = 1 it is 1/φ = 0.618, the golden ratio. It is also the steady gain of a Kalman filter whose process noise is k
 * times its observation noise, so a world that drifts only changes k: {@link driftedRatio}.
 *
 * @param ratio k = n/m, human over synthetic samples per round, > 0
 * @returns weight, 0 … 1, and at the same time the error it leaves, in units of σ²/n; relative error below 1e-15
 * @throws {RangeError} if ratio is not finite and above 0
 * @see He, Xu, Cheng (2025), arXiv:2502.18049, doi:10.1093/jrsssb/qkag099 — chapter 11
 * @example Number(goldenWeight(1).toFixed(4)) // => 0.618
 */
export function goldenWeight(ratio: number): number {
  requireFiniteNumber("compute goldenWeight", "ratio", ratio, 0);
  return 2 / (1 + Math.sqrt(1 + 4 / ratio));
}
