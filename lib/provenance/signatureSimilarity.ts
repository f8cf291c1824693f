/**
 * Estimate of the Jaccard similarity of two sets from their {@link minHash} signatures: the share of places
 * that agree.
 *
 * @param a signature, shape (K)
 * @param b signature of another set, made by the same function, shape (K)
 * @returns similarity, 0 … 1, a multiple of 1/K
 * @throws {RangeError} if a is empty or the lengths differ
 * @see Broder (1997), doi:10.1109/SEQUEN.1997.666900 — chapter 16
 * @example signatureSimilarity([1, 2, 3, 4], [1, 2, 3, 5]) // => 0.75
 */
export function signatureSimilarity(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length === 0) {
    throw new RangeError("Cannot compare signatures: a must hold at least 1 value, got 0");
  }
  if (a.length !== b.length) {
    throw new RangeError(
      `Cannot compare signatures: b must hold ${a.length} values as a does, got ${b.length}`,
    );
  }
  let equal = 0;
  for (let k = 0; k < a.length; k += 1) if (a[k] === b[k]) equal += 1;
  return equal / a.length;
}
