import { requireInteger } from "../require/requireInteger.ts";

/**
 * How often each id occurs: the histogram of a text of token ids.
 *
 * @param ids token ids, shape (n); integers 0 … size − 1
 * @param size how many ids there are
 * @returns occurrences of each id, shape (size)
 * @throws {RangeError} if an id is not an integer from 0 to size − 1
 * @see chapter 3
 * @example countsOf([0, 2, 2], 4) // => Uint32Array [1, 0, 2, 0]
 */
export function countsOf(ids: ArrayLike<number>, size: number): Uint32Array {
  requireInteger("count ids", "size", size, 1);
  const counts = new Uint32Array(size);
  for (let i = 0; i < ids.length; i += 1) {
    const id = ids[i]!;
    if (!(Number.isInteger(id) && id >= 0 && id < size)) {
      throw new RangeError(
        `Cannot count ids: ids[${i}] must be an integer from 0 to ${size - 1}, got ${String(id)}`,
      );
    }
    counts[id]! += 1;
  }
  return counts;
}
