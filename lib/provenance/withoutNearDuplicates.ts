import { requireInteger } from "../require/requireInteger.ts";
import { requireOptions } from "../require/requireOptions.ts";
import { requireShare } from "../require/requireShare.ts";
import { candidatePairs } from "./candidatePairs.ts";
import { jaccardSimilarity } from "./jaccardSimilarity.ts";
import { minHash } from "./minHash.ts";

/** What was found in a collection of documents. */
export interface Deduplication {
  /** Numbers of the documents to keep: of each group of near-duplicates the first, in order. */
  readonly kept: readonly number[];
  /** Near-duplicates, i < j, with their true Jaccard similarity. */
  readonly pairs: readonly { readonly i: number; readonly j: number; readonly similarity: number }[];
}

/**
 * Removes near-duplicates: MinHash signatures give candidates, candidates are compared in full, and of
 * documents that are linked by pairs of at least this similarity only the first stays.
 *
 * Removing copies also removes what many people say in the same words; and a pair at the threshold itself is
 * missed with probability 1 − `lshProbability`.
 *
 * @param documents one set of {@link shingles} per document, shape (n)
 * @param options.threshold least Jaccard similarity of near-duplicates, 0 … 1
 * @param options.bands b of the signatures, an integer ≥ 1
 * @param options.rows r per band, an integer ≥ 1; b and r with `lshThreshold` somewhat below the threshold
 * @param options.seed which hash functions, an integer ≥ 0
 * @returns what to keep, and the pairs
 * @throws {RangeError} if an option is out of range
 * @see Lee et al. (2022), arXiv:2107.06499 — chapter 16
 * @example
 * const texts = ["to be or not to be", "so what", "to be or not to bee"].map((text) => shingles([...text], { size: 3 }));
 * withoutNearDuplicates(texts, { threshold: 0.8, bands: 20, rows: 5, seed: 1 }).kept // => [0, 1]
 */
export function withoutNearDuplicates(
  documents: readonly ReadonlySet<string>[],
  options: { threshold: number; bands: number; rows: number; seed: number },
): Deduplication {
  const action = "remove near-duplicates";
  requireOptions(action, options);
  const { threshold, bands, rows, seed } = options;
  requireShare(action, "threshold", threshold);
  requireInteger(action, "bands", bands, 1);
  requireInteger(action, "rows", rows, 1);
  requireInteger(action, "seed", seed);
  const signatures = documents.map(minHash({ hashes: bands * rows, seed }));
  const pairs = candidatePairs(signatures, { bands, rows })
    .map(([i, j]) => ({ i, j, similarity: jaccardSimilarity(documents[i]!, documents[j]!) }))
    .filter(({ similarity }) => similarity >= threshold);

  const first = documents.map((_, i) => i); // each document points to an earlier one of its group, or to itself
  const firstOf = (i: number): number => {
    let top = i;
    while (first[top] !== top) top = first[top]!;
    return top;
  };
  for (const { i, j } of pairs) {
    const [a, b] = [firstOf(i), firstOf(j)];
    first[Math.max(a, b)] = Math.min(a, b);
  }
  return { kept: first.flatMap((top, i) => (top === i ? [i] : [])), pairs };
}
