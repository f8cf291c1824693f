import { requireInteger } from "../require/requireInteger.ts";
import { integer } from "./integer.ts";
import type { Rng } from "./rng.ts";

/**
 * The integers 0 … count − 1 in random order, each order exactly equally likely: Fisher and Yates's shuffle.
 * Its first m numbers are a random choice of m without replacement.
 *
 * @param count how many integers, 0 … 2³² − 1
 * @param rng a seeded stream
 * @returns a new array, shape (count)
 * @throws {RangeError} if count is not an integer from 0 to 2³² − 1
 * @see Durstenfeld (1964), Commun. ACM 7(7):420, doi:10.1145/364520.364540
 * @example permutation(5, seeded(1)).toSorted() // => Uint32Array [0, 1, 2, 3, 4]
 */
export function permutation(count: number, rng: Rng): Uint32Array {
  requireInteger("permute", "count", count);
  if (count >= 2 ** 32) throw new RangeError(`Cannot permute: count must be below 2^32, got ${count}`);
  const order = new Uint32Array(count);
  for (let i = 0; i < count; i += 1) {
    const j = integer(i + 1, rng); // i takes a place among the first i + 1; who stood there moves to the end
    order[i] = order[j]!;
    order[j] = i;
  }
  return order;
}
