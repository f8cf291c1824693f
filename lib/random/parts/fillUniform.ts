import type { Rng } from "../rng.ts";
import { batch, drawLoops } from "./drawLoops.ts";
import { Sfc32 } from "./sfc32.ts";

/** Fills an array with what `rng.next()` gives, one after another; only faster. */
export function fillUniform(out: Float64Array, rng: Rng): void {
  const n = out.length;
  if (n < 8 || !(rng instanceof Sfc32)) {
    for (let i = 0; i < n; i += 1) out[i] = rng.next();
    return;
  }
  const loops = drawLoops(n);
  if (!loops) {
    fillPlainly(out, rng);
    return;
  }
  loops.take(rng);
  for (let from = 0; from < n; from += batch) {
    const count = Math.min(batch, n - from);
    loops.uniforms(count);
    out.set(count === batch ? loops.drawn : loops.drawn.subarray(0, count), from);
  }
  loops.give(rng);
}

/** The same numbers by a loop that any engine runs. */
function fillPlainly(out: Float64Array, rng: Sfc32): void {
  const n = out.length;
  // The generator's state lives in four local integers here, as in `fillNormal`.
  const { state } = rng;
  let a = state[0]!;
  let b = state[1]!;
  let c = state[2]!;
  let d = state[3]!;
  for (let i = 0; i < n; i += 1) {
    const high = (a + b + d) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + high) | 0;
    const low = (a + b + ((d + 1) | 0)) | 0;
    d = (d + 2) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + low) | 0;
    out[i] = ((high >>> 5) * 2 ** 26 + (low >>> 6)) * 2 ** -53;
  }
  state[0] = a;
  state[1] = b;
  state[2] = c;
  state[3] = d;
}
