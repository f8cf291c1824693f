import { requireInteger } from "../require/requireInteger.ts";
import { requireOptions } from "../require/requireOptions.ts";

/**
 * Locality-sensitive hashing: the pairs of documents worth a closer look, found without comparing all pairs.
 * Signatures are cut into bands; two documents that agree in a whole band fall into one bucket and are
 * candidates. A pair of similarity s becomes one with probability `lshProbability(s, { bands, rows })`.
 *
 * @param signatures one {@link minHash} signature per document, shape (documents, ≥ bands · rows)
 * @param options.bands b, an integer ≥ 1
 * @param options.rows r, places per band, an integer ≥ 1
 * @returns pairs [i, j] with i < j, each once, in order
 * @throws {RangeError} if bands or rows is out of range, or a signature is too short
 * @see Leskovec, Rajaraman, Ullman, Mining of Massive Datasets, ch. 3, http://www.mmds.org; Lee et al. (2022),
 *   arXiv:2107.06499 — chapter 16
 * @example candidatePairs([[1, 2, 3, 4], [9, 9, 3, 4], [1, 9, 9, 4]], { bands: 2, rows: 2 }) // => [[0, 1]]
 */
export function candidatePairs(
  signatures: ArrayLike<ArrayLike<number>>,
  options: { bands: number; rows: number },
): [number, number][] {
  const action = "find candidate pairs";
  const { bands, rows } = requireOptions(action, options);
  requireInteger(action, "bands", bands, 1);
  requireInteger(action, "rows", rows, 1);
  const n = signatures.length;
  const pairs = new Set<number>();
  for (let i = 0; i < n; i += 1) {
    if (signatures[i]!.length < bands * rows) {
      throw new RangeError(
        `Cannot ${action}: signatures[${i}] must hold at least ${bands * rows} values, got ${signatures[i]!.length}`,
      );
    }
  }
  for (let band = 0; band < bands; band += 1) {
    const buckets = new Map<string, number[]>();
    for (let i = 0; i < n; i += 1) {
      const name = Array.prototype.slice.call(signatures[i], band * rows, (band + 1) * rows).join();
      const bucket = buckets.get(name) ?? [];
      for (const other of bucket) pairs.add(other * n + i);
      bucket.push(i);
      buckets.set(name, bucket);
    }
  }
  return [...pairs].sort((a, b) => a - b).map((pair) => [Math.floor(pair / n), pair % n]);
}
