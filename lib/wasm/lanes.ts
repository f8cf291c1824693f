import { instantiate, type Memory } from "./instantiate.ts";
import { lanesBytes } from "./lanesBytes.ts";

/** What lanes.wat exports; it says what each does. Addresses and lengths are in bytes. */
export interface Lanes {
  readonly memory: Memory;
  kernelSums(
    x: number,
    y: number,
    count: number,
    width: number,
    sums: number,
    half: number,
    perUnit: number,
    unit: number,
  ): void;
  reflect(a: number, stride: number, m: number, v: number, w: number, next: number, product: number): void;
}

/** Numbers at the beginning of the memory that hold a table of `kernelSums`; what a caller keeps stands after them. */
export const lanesReserved = 1024;

/** A memory that has grown beyond this many bytes is given back after the call that needed it. */
const kept = 2 ** 24;

const page = 2 ** 16;

let lanes: Lanes | undefined | "none";

/**
 * What `work` gives with an instance whose memory holds at least this many numbers after the reserved ones; undefined, and
 * `work` is not called, where WebAssembly may not be started or has not so much memory.
 *
 * @param work is given the instance, and its memory as numbers; both are good during the call only
 */
export function withLanes<Value>(
  numbers: number,
  work: (lanes: Lanes, memory: Float64Array) => Value,
): Value | undefined {
  lanes ??= instantiate<Lanes>(lanesBytes) ?? "none";
  if (lanes === "none") return undefined;
  const { memory } = lanes;
  const missing = 8 * (lanesReserved + numbers) - memory.buffer.byteLength;
  try {
    if (missing > 0) memory.grow(Math.ceil(missing / page));
  } catch {
    return undefined;
  }
  const value = work(lanes, new Float64Array(memory.buffer));
  if (memory.buffer.byteLength > kept) lanes = undefined;
  return value;
}
