/**
 * Jaccard similarity of two sets: what they share, as part of what either has, |A ∩ B| / |A ∪ B|.
 *
 * @param a a set
 * @param b another
 * @returns similarity, 0 (nothing shared) … 1 (equal); two empty sets are equal
 * @see Jaccard (1912), New Phytol. 11(2):37–50, doi:10.1111/j.1469-8137.1912.tb05611.x — chapter 16
 * @example jaccardSimilarity(new Set([1, 2, 3]), new Set([2, 3, 4])) // => 0.5
 */
export function jaccardSimilarity<Item>(a: ReadonlySet<Item>, b: ReadonlySet<Item>): number {
  let shared = 0;
  for (const item of a) if (b.has(item)) shared += 1;
  const either = a.size + b.size - shared;
  return either === 0 ? 1 : shared / either;
}
