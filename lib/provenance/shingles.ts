import { requireInteger } from "../require/requireInteger.ts";
import { requireOptions } from "../require/requireOptions.ts";

/**
 * The set of shingles of a text: all runs of `size` neighbours, each once. Two texts that share most shingles are
 * near-duplicates, wherever the shared parts stand.
 *
 * @param items words, tokens, or characters (spread a text: `[..."abc"]`), shape (n)
 * @param options.size items per shingle, an integer ≥ 1; 5 words or so for web pages
 * @returns the shingles, items joined by a NUL character; empty if n < size
 * @throws {RangeError} if size is not an integer ≥ 1
 * @see Broder (1997), doi:10.1109/SEQUEN.1997.666900 — chapter 16
 * @example shingles([..."abcab"], { size: 2 }).size // => 3
 */
export function shingles(items: ArrayLike<string | number>, options: { size: number }): Set<string> {
  const { size } = requireOptions("cut shingles", options);
  requireInteger("cut shingles", "size", size, 1);
  const list = Array.from(items);
  const found = new Set<string>();
  for (let i = 0; i + size <= list.length; i += 1) found.add(list.slice(i, i + size).join("\0"));
  return found;
}
