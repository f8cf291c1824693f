import { requireCounts } from "../require/requireCounts.ts";

/**
 * Good–Turing estimate of the unseen mass: the probability that the next word is one not seen so far,
 *
 *   f₁ / N,   f₁ = types seen exactly once, N = all occurrences.
 *
 * Read it as the part of the source that the sample has missed. Lower means better covered.
 *
 * @param counts occurrences of each type, shape (k); integers ≥ 0, not all 0
 * @returns probability, 0 … 1; 1 when every type was seen once
 * @throws {RangeError} if a count is not an integer ≥ 0, or all are 0
 * @see Good (1953), Biometrika 40(3–4):237–264, doi:10.1093/biomet/40.3-4.237 — chapter 3
 * @example goodTuringUnseenMass([1, 1, 2, 4]) // => 0.25
 */
export function goodTuringUnseenMass(counts: ArrayLike<number>): number {
  const total = requireCounts("compute goodTuringUnseenMass", counts);
  let once = 0;
  for (let i = 0; i < counts.length; i += 1) if (counts[i] === 1) once += 1;
  return once / total;
}
