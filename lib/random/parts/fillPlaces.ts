import { integer } from "../integer.ts";
import type { Rng } from "../rng.ts";
import { Sfc32 } from "./sfc32.ts";

/** Fills an array with what `integer(below, rng)` gives, one after another; only faster. */
export function fillPlaces(out: Uint32Array, below: number, rng: Rng): void {
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
