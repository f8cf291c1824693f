import { sortedFinite } from "../internal/sortedFinite.ts";

/**
 * 1-Wasserstein ("earth mover's") distance between two one-dimensional samples:
 * the area between their empirical distribution functions, ∫ |F_a(x) − F_b(x)| dx.
 *
 * Read it as how far mass must move, on average, to turn one sample into the other. It rises when a later
 * generation loses its tails and keeps its mean. Lower is better.
 *
 * @param a reference sample, shape (n), in some unit u
 * @param b compared sample, shape (m), in the same unit; n ≠ m is fine
 * @returns distance in u, ≥ 0; 0 exactly when both empirical distributions agree
 * @throws {RangeError} if a sample is empty or holds a non-finite number
 * @see Vallender (1974), Theory Probab. Appl. 18(4):784–786, doi:10.1137/1118101
 * @example wasserstein1([0, 1, 3], [5, 6, 8]) // => 5
 */
export function wasserstein1(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const xs = sortedFinite("compute wasserstein1", "a", a);
  const ys = sortedFinite("compute wasserstein1", "b", b);
  let [i, j, area] = [0, 0, 0];
  let here = Math.min(xs[0]!, ys[0]!);
  while (i < xs.length || j < ys.length) {
    const next = Math.min(xs[i] ?? Infinity, ys[j] ?? Infinity);
    area += Math.abs(i / xs.length - j / ys.length) * (next - here); // both functions are flat between values
    while (xs[i] === next) i += 1;
    while (ys[j] === next) j += 1;
    here = next;
  }
  return area;
}
