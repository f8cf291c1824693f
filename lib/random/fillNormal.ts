import { batch, type DrawLoops, drawLoops } from "./parts/drawLoops.ts";
import { Sfc32 } from "./parts/sfc32.ts";
import { right, width, ziggurat } from "./parts/ziggurat.ts";
import type { Rng } from "./rng.ts";
import { standardNormal } from "./standardNormal.ts";

/**
 * Fills a typed array with draws from the normal distribution N(mean, sd²).
 * The numbers are those of `mean + sd * standardNormal(rng)` one after another; only faster.
 *
 * @param out array to fill, shape (n); it is changed and returned
 * @param mean centre, in some unit u
 * @param sd standard deviation, in the same unit, ≥ 0
 * @param rng a seeded stream
 * @returns `out`
 * @throws {RangeError} if mean is not finite, or sd is negative or not finite
 * @see standardNormal
 * @example fillNormal(new Float64Array(3), 5, 0, seeded(1)) // => Float64Array [5, 5, 5]
 */
export function fillNormal(out: Float64Array, mean: number, sd: number, rng: Rng): Float64Array {
  if (!Number.isFinite(mean))
    throw new RangeError(`Cannot fill with normal draws: mean must be finite, got ${mean}`);
  if (!(sd >= 0 && sd < Infinity)) {
    throw new RangeError(`Cannot fill with normal draws: sd must be finite and not negative, got ${sd}`);
  }
  if (!(rng instanceof Sfc32)) {
    for (let i = 0; i < out.length; i += 1) out[i] = mean + sd * standardNormal(rng);
    return out;
  }
  const loops = drawLoops(out.length);
  if (loops) fillByLoops(loops, out, mean, sd, rng);
  else fillPlainly(out, mean, sd, rng);
  return out;
}

/** By WebAssembly, which leaves the draws outside the core of their layer. */
function fillByLoops(loops: DrawLoops, out: Float64Array, mean: number, sd: number, rng: Sfc32): void {
  const { drawn, stopped, words } = loops;
  for (let from = 0; from < out.length; from += batch) {
    const n = Math.min(batch, out.length - from);
    loops.take(rng);
    for (let i = loops.normals(0, n, mean, sd); stopped[0] !== 0; i = loops.normals(i + 1, n, mean, sd)) {
      loops.give(rng);
      drawn[i] = mean + sd * ziggurat(words[0]!, words[1]!, rng);
      loops.take(rng);
    }
    loops.give(rng);
    for (let i = 0; i < n; i += 1) out[from + i] = drawn[i]!;
  }
}

/** The same draws by a loop that any engine runs. */
function fillPlainly(out: Float64Array, mean: number, sd: number, rng: Sfc32): void {
  // The generator's state lives in four local integers here; this is `Sfc32.bits` written twice in line.
  const { state } = rng;
  let a = state[0]!;
  let b = state[1]!;
  let c = state[2]!;
  let d = state[3]!;
  const [widths, ends, n] = [width, right, out.length]; // as locals they are read once, not once per draw
  for (let i = 0; i < n; i += 1) {
    const word = (a + b + d) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + word) | 0;
    const low = (a + b + ((d + 1) | 0)) | 0;
    d = (d + 2) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + low) | 0;

    const layer = word & 255;
    const x = ((word >> 11) * 2 ** 32 + (low >>> 0)) * widths[layer]!;
    if (Math.abs(x) < ends[layer + 1]!) {
      out[i] = mean + sd * x;
    } else {
      state[0] = a;
      state[1] = b;
      state[2] = c;
      state[3] = d;
      out[i] = mean + sd * ziggurat(word >>> 0, low >>> 0, rng);
      a = state[0];
      b = state[1]!;
      c = state[2]!;
      d = state[3]!;
    }
  }
  state[0] = a;
  state[1] = b;
  state[2] = c;
  state[3] = d;
}
