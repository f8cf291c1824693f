import { stepFunction, walkSteps } from "./parts/stepFunctions.ts";

/**
 * 1-Wasserstein ("earth mover's") distance between two one-dimensional samples:
 * the area between their empirical distribution functions, ∫ |F_a(x) − F_b(x)| dx.
 *
 * Read it as how far mass must move, on average, to turn one sample into the other. It rises when a later
 * generation loses its tails and keeps its mean. Lower is better.
 *
 * @param a reference sample, shape (n), in some unit u
 * @param b compared sample, shape (m), in the same unit; n ≠ m is fine
 * @param options.aWeights weight of each value of a, shape (n), ≥ 0, not all 0; left out, all weigh the same
 * @param options.bWeights weight of each value of b, shape (m)
 * @returns distance in u, ≥ 0; 0 exactly when both empirical distributions agree
 * @throws {RangeError} if a sample is empty or holds a non-finite number; if weights have another length, are
 *   negative or not finite, or are all 0
 * @see Vallender (1974), Theory Probab. Appl. 18(4):784–786, doi:10.1137/1118101 — chapters 6 and 12
 * @example wasserstein1([0, 1, 3], [5, 6, 8]) // => 5
 * @example wasserstein1([0, 1], [0, 1], { aWeights: [3, 1] }) // => 0.25
 */
export function wasserstein1(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  { aWeights, bWeights }: { aWeights?: ArrayLike<number>; bWeights?: ArrayLike<number> } = {},
): number {
  const ofA = stepFunction("compute wasserstein1", "a", a, aWeights);
  const ofB = stepFunction("compute wasserstein1", "b", b, bWeights);
  let area = 0;
  walkSteps(ofA, ofB, (shareOfA, shareOfB, width) => {
    area += Math.abs(shareOfA - shareOfB) * width;
  });
  return area;
}
