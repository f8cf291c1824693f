import { integer } from "../integer.ts";
import type { Rng } from "../rng.ts";
import { batch, drawLoops } from "./drawLoops.ts";
import { Sfc32 } from "./sfc32.ts";

/** The typed arrays that hold plain numbers. */
export type NumberArray =
  | Int8Array
  | Uint8Array
  | Int16Array
  | Uint16Array
  | Int32Array
  | Uint32Array
  | Float32Array
  | Float64Array;

/** Up to this many places one word draws one of them: see `integer`. */
const most = 2 ** 21;

/** Fills `copy` with occurrences chosen at random from data of at least one; gives it. See `resample`. */
export function resampleInto<Batch extends NumberArray>(copy: Batch, data: Batch, rng: Rng): Batch {
  const [n, count] = [data.length, copy.length];
  const loops = rng instanceof Sfc32 && n <= most ? drawLoops(count) : undefined;
  const places = loops?.places ?? new Uint32Array(Math.min(count, batch)); // a few at a time stay near the processor
  for (let done = 0; done < count; done += batch) {
    const here = Math.min(batch, count - done);
    if (loops) {
      loops.take(rng as Sfc32);
      loops.integers(here, n, 2 ** 32 % n);
      loops.give(rng as Sfc32);
    } else fillPlaces(places.subarray(0, here), n, rng);
    for (let i = 0; i < here; i += 1) copy[done + i] = data[places[i]!]!;
  }
  return copy;
}

/** Fills an array with what `integer(below, rng)` gives, one after another; only faster. */
function fillPlaces(out: Uint32Array, below: number, rng: Rng): void {
  const n = out.length;
  if (!(rng instanceof Sfc32) || below > most) {
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
