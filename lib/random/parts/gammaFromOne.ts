import type { NumberDistribution } from "../distribution.ts";
import type { Rng } from "../rng.ts";
import { standardNormal } from "../standardNormal.ts";
import { batch, type DrawLoops, drawLoops } from "./drawLoops.ts";
import { fromFill } from "./fromFill.ts";
import { Sfc32 } from "./sfc32.ts";
import { ziggurat } from "./ziggurat.ts";

/**
 * Gamma draws for a shape of at least 1, by Marsaglia and Tsang (2000): the cube of a normal draw, stretched so that at
 * most 5 % (and for large shapes none) must be thrown away.
 */
export function gammaFromOne(shape: number, scale: number): NumberDistribution {
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  return fromFill((out, rng) => {
    const loops = rng instanceof Sfc32 ? drawLoops(out.length) : undefined;
    if (!loops) fillPlainly(out, d, c, scale, rng);
    else fillByLoops(loops, out, d, c, scale, rng as Sfc32);
  });
}

/** By WebAssembly, which leaves what is rare: a normal draw outside the core of its layer, and what needs logarithms. */
function fillByLoops(
  loops: DrawLoops,
  out: Float64Array,
  d: number,
  c: number,
  scale: number,
  rng: Sfc32,
): void {
  const { drawn, stopped, words, numbers } = loops;
  for (let from = 0; from < out.length; from += batch) {
    const n = Math.min(batch, out.length - from);
    loops.take(rng);
    let i = loops.gammas(0, n, c, scale * d);
    while (stopped[0] !== 0) {
      loops.give(rng);
      const v =
        stopped[0] === 1
          ? kept(ziggurat(words[0]!, words[1]!, rng), d, c, rng)
          : decided(numbers[1]!, numbers[2]!, d, c, rng);
      loops.take(rng);
      if (v > 0) {
        drawn[i] = scale * d * v;
        i += 1;
      }
      i = loops.gammas(i, n, c, scale * d);
    }
    loops.give(rng);
    for (let j = 0; j < n; j += 1) out[from + j] = drawn[j]!;
  }
}

/** The same draws by a loop that any engine runs. */
function fillPlainly(out: Float64Array, d: number, c: number, scale: number, rng: Rng): void {
  for (let i = 0; i < out.length; ) {
    const v = kept(standardNormal(rng), d, c, rng);
    if (v === 0) continue;
    out[i] = scale * d * v;
    i += 1;
  }
}

/** What a normal draw comes to, over scale · d; 0 if it is thrown away. */
function kept(x: number, d: number, c: number, rng: Rng): number {
  const root = 1 + c * x;
  if (root <= 0) return 0;
  const square = x * x;
  // 32 bits of a uniform number decide nearly always; the bits after them are drawn where they could matter.
  const high = rng.bits() + 1;
  if (high * 2 ** -32 > 1 - 0.0331 * square * square) return decided(x, high, d, c, rng);
  return root * root * root;
}

function decided(x: number, high: number, d: number, c: number, rng: Rng): number {
  const root = 1 + c * x;
  const v = root * root * root;
  const u = (high - rng.bits() * 2 ** -32) * 2 ** -32; // in (0, 1]: its logarithm is finite
  return Math.log(u) >= 0.5 * (x * x) + d * (1 - v + Math.log(v)) ? 0 : v;
}
