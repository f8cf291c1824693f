import { drawsBytes } from "../../wasm/drawsBytes.ts";
import { instantiate, type Memory } from "../../wasm/instantiate.ts";
import type { Sfc32 } from "./sfc32.ts";
import { right, width } from "./ziggurat.ts";

/** What draws.wat exports; it says what each does. */
interface Exports {
  readonly memory: Memory;
  normals(i: number, n: number, mean: number, sd: number): number;
  gammas(i: number, n: number, spread: number, scale: number): number;
  bells(
    i: number,
    n: number,
    twoA: number,
    a: number,
    b: number,
    centre: number,
    surely: number,
    height: number,
    mode: number,
    variance: number,
    last: number,
    least: number,
  ): number;
  uniforms(n: number): void;
  integers(n: number, below: number, unfair: number): void;
  binomials(i: number, n: number, left: number): number;
  aliases(k: number, total: number): void;
  falls(n: number, k: number): void;
}

/** The loops, and views of their memory. */
export interface DrawLoops extends Exports {
  /** Before a loop: the stream's state in. After it, and before anything else draws from the stream: back to the stream. */
  take(rng: Sfc32): void;
  give(rng: Sfc32): void;
  /** stopped[0]: why the loop stopped; 0 if it is done. */
  readonly stopped: Int32Array;
  /** 64 bits of a normal draw that is left to the caller. */
  readonly words: Uint32Array;
  /** Numbers of a draw that is left to the caller. */
  readonly numbers: Float64Array;
  readonly drawn: Float64Array;
  /** The table of `bells`. */
  readonly ratios: Float64Array;
  /** What `binomials` and `aliases` read, what `binomials` divides by, and what it gives. */
  readonly weights: Float64Array;
  readonly onwards: Float64Array;
  readonly successes: Uint32Array;
  /** What `falls` adds to. */
  readonly counts: Uint32Array;
  /** The same memory as `drawn`, as the integers of `integers`. */
  readonly places: Uint32Array;
}

/** How many draws `drawn` holds. */
export const batch = 4096;

/** For how many categories there is room. */
export const mostCategories = 65536;

let loops: DrawLoops | undefined | "none";

/** The loops in WebAssembly; undefined where there is none, or fewer than 16 draws are wanted: the plain loops then do as well. */
export function drawLoops(count: number): DrawLoops | undefined {
  if (count < 16) return undefined;
  loops ??= started() ?? "none";
  return loops === "none" ? undefined : loops;
}

function started(): DrawLoops | undefined {
  const exports = instantiate<Exports>(drawsBytes);
  if (!exports) return undefined;
  const { buffer } = exports.memory;
  new Float64Array(buffer, 1024, 256).set(width.subarray(0, 256));
  new Float64Array(buffer, 3072, 256).set(right.subarray(1));
  new Float64Array(buffer, 5120, 256).set(
    Array.from({ length: 256 }, (_, i) => Math.log(1 + (i + 0.5) / 256)),
  );
  const state = new Int32Array(buffer, 0, 4);
  return {
    ...exports,
    take: (rng) => copyState(rng.state, state),
    give: (rng) => copyState(state, rng.state),
    stopped: new Int32Array(buffer, 16, 1),
    words: new Uint32Array(buffer, 24, 2),
    numbers: new Float64Array(buffer, 24, 3),
    drawn: new Float64Array(buffer, 8192, batch),
    ratios: new Float64Array(buffer, 40960, 2048),
    weights: new Float64Array(buffer, 65536, mostCategories),
    onwards: new Float64Array(buffer, 327680, mostCategories / 2),
    successes: new Uint32Array(buffer, 1376256, mostCategories),
    counts: new Uint32Array(buffer, 1638400, mostCategories),
    places: new Uint32Array(buffer, 8192, batch),
  };
}

/** Four numbers one by one: it is done for each draw that a loop leaves, and a call of `set` costs more. */
function copyState(from: Int32Array, to: Int32Array): void {
  to[0] = from[0]!;
  to[1] = from[1]!;
  to[2] = from[2]!;
  to[3] = from[3]!;
}
