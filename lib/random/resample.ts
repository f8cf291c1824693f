import { requireInteger } from "../require/requireInteger.ts";
import { type NumberArray, resampleInto } from "./parts/resampleInto.ts";
import type { Rng } from "./rng.ts";

/**
 * The bootstrap: copies `count` occurrences chosen at random, with replacement, from the data.
 * Each draw takes one place in the data, so an item comes with exactly its relative frequency: no table,
 * no rounding. It is how a perfectly fitted unigram model writes. Where only the counts matter, {@link multinomial} with
 * the counts of the data as weights has the same law and draws far fewer numbers.
 *
 * @param data typed array to draw from, shape (n), n ≥ 1
 * @param count how many to draw
 * @param rng a seeded stream
 * @returns a new typed array of the same kind, shape (count)
 * @throws {RangeError} if the data is empty or count is not an integer ≥ 0
 * @see Efron (1979), Ann. Statist. 7(1):1–26, doi:10.1214/aos/1176344552
 * @example resample(Uint8Array.of(4, 4, 4), 2, seeded(1)) // => Uint8Array [4, 4]
 */
export function resample<Batch extends NumberArray>(data: Batch, count: number, rng: Rng): Batch {
  const n = data.length;
  requireInteger("resample", "count", count);
  if (n === 0) throw new RangeError("Cannot resample: data must hold at least 1 value, got 0");
  return resampleInto(new (data.constructor as new (length: number) => Batch)(count), data, rng);
}
