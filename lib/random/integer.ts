import type { Rng } from "./rng.ts";

/**
 * A random integer from 0 to `below` − 1, each exactly equally likely: numbers that would favour some of them
 * are thrown away and drawn again.
 *
 * @param below how many integers, 1 … 2⁵³
 * @param rng a seeded stream
 * @returns an integer, 0 ≤ result < below
 * @throws {RangeError} if below is not an integer from 1 to 2⁵³
 * @see Lemire (2019), ACM Trans. Model. Comput. Simul. 29(1), doi:10.1145/3230636
 * @example integer(1, seeded(1)) // => 0
 */
export function integer(below: number, rng: Rng): number {
  if (!(Number.isInteger(below) && below >= 1 && below <= 2 ** 53)) {
    throw new RangeError(
      `Cannot draw an integer: below must be an integer from 1 to 2^53, got ${String(below)}`,
    );
  }
  if (below <= 2 ** 21) {
    for (;;) {
      const product = rng.bits() * below; // < 2⁵³: exact
      const result = Math.floor(product / 2 ** 32);
      const low = product - result * 2 ** 32;
      if (low >= below || low >= 2 ** 32 % below) return result; // the first test spares most draws the division
    }
  }
  const fair = 2 ** 53 - (2 ** 53 % below); // the largest multiple of `below`
  for (;;) {
    const drawn = rng.next() * 2 ** 53;
    if (drawn < fair) return drawn % below;
  }
}
