import { requireInteger } from "../require/requireInteger.ts";
import { integer } from "./integer.ts";
import { Sfc32 } from "./parts/sfc32.ts";
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
  const copy = new (data.constructor as new (length: number) => Batch)(count);
  const places = new Uint32Array(Math.min(count, 4096)); // a few at a time stay near the processor
  for (let done = 0; done < count; done += places.length) {
    const batch = places.subarray(0, count - done);
    fillPlaces(batch, n, rng);
    for (let i = 0; i < batch.length; i += 1) copy[done + i] = data[batch[i]!]!;
  }
  return copy;
}

/** Fills an array with what `integer(below, rng)` gives, one after another; only faster. */
function fillPlaces(out: Uint32Array, below: number, rng: Rng): void {
  const n = out.length;
  if (!(rng instanceof Sfc32) || below > 2 ** 21) {
    for (let i = 0; i < n; i += 1) out[i] = integer(below, rng);
    return;
  }
  // The generator's state lives in four local integers here, as in `fillNormal`.
  const { state } = rng;
  let a = state[0]!;
  let b = state[1]!;
  let c = state[2]!;
  let d = state[3]!;
  const unfair = 2 ** 32 % below;
  const share = below * 2 ** -32;
  for (let i = 0; i < n; ) {
    const word = (a + b + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + word) | 0;

    // word · below = place · 2³² + low, and the words with the least `low` are left out, as in `integer`.
    const place = ((word >>> 0) * share) | 0;
    if (Math.imul(word, below) >>> 0 < unfair) continue;
    out[i] = place;
    i += 1;
  }
  state[0] = a;
  state[1] = b;
  state[2] = c;
  state[3] = d;
}

/** The typed arrays that hold plain numbers. */
type NumberArray =
  | Int8Array
  | Uint8Array
  | Int16Array
  | Uint16Array
  | Int32Array
  | Uint32Array
  | Float32Array
  | Float64Array;
