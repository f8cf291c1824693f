import type { FlatPoints } from "../../numerics/points.ts";
import { columnsOf, squaredDistances } from "../../numerics/squaredDistances.ts";
import { type Lanes, lanesReserved, withLanes } from "../../wasm/lanes.ts";
import { expOfMinus, roots, stepsPerUnit, unitPerStep } from "./expOfMinus.ts";

/** Sums of exp(−scale · squared distance): over the pairs of different points of each cloud, and over those between. */
export interface KernelSums {
  readonly ofX: number;
  readonly ofY: number;
  readonly between: number;
}

/** Below this many pairs the plain loops are done before WebAssembly has started. */
const few = 2000;

/**
 * The three sums, by WebAssembly where it may be started and there is enough to do. Both ways give the same bits: row by
 * row, each row's terms in order.
 */
export function kernelSums(xs: FlatPoints, ys: FlatPoints, scale: number): KernelSums {
  const pairs = (xs.n + ys.n) ** 2 / 2;
  return (pairs < few ? undefined : kernelSumsInLanes(xs, ys, scale)) ?? plainKernelSums(xs, ys, scale);
}

/** By loops that any engine runs. */
export function plainKernelSums(xs: FlatPoints, ys: FlatPoints, scale: number): KernelSums {
  return { ofX: within(xs, scale), ofY: within(ys, scale), between: between(xs, ys, scale) };
}

function within(points: FlatPoints, scale: number): number {
  const { n } = points;
  const columns = columnsOf(points);
  const [first, second] = [new Float64Array(n), new Float64Array(n)];
  let sum = 0;
  for (let i = 0; i < n; i += 2) {
    squaredDistances(columns, i, columns, Math.min(i + 1, n), first, second);
    sum += sumOver(first, i, scale); // pairs (i, j < i) and (i + 1, j < i + 1)
    if (i + 1 < n) sum += sumOver(second, i + 1, scale);
  }
  return sum;
}

function between(xs: FlatPoints, ys: FlatPoints, scale: number): number {
  const [ofX, ofY] = [columnsOf(xs), columnsOf(ys)];
  const [first, second] = [new Float64Array(ys.n), new Float64Array(ys.n)];
  let sum = 0;
  for (let i = 0; i < xs.n; i += 2) {
    squaredDistances(ofX, i, ofY, ys.n, first, second);
    sum += sumOver(first, ys.n, scale);
    if (i + 1 < xs.n) sum += sumOver(second, ys.n, scale);
  }
  return sum;
}

/** Σ exp(−scale · squared distance) over the first `count`. */
function sumOver(squared: Float64Array, count: number, scale: number): number {
  let sum = 0;
  for (let j = 0; j < count; j += 1) sum += expOfMinus(scale * squared[j]!);
  return sum;
}

/** Rows that go together. */
const rows = 4;

/** By WebAssembly: four rows at once, of which each is summed as the plain loops sum it. Undefined where it has none. */
export function kernelSumsInLanes(xs: FlatPoints, ys: FlatPoints, scale: number): KernelSums | undefined {
  const width = xs.d + (-xs.d & 3);
  return withLanes(rows + rows * width + (xs.n + ys.n) * width, (lanes, memory) => {
    memory.set(roots);
    const sums = lanesReserved;
    const block = sums + rows;
    const ofX = { n: xs.n, width, at: block + rows * width };
    const ofY = { n: ys.n, width, at: ofX.at + xs.n * width };
    for (const [from, { at }] of [
      [xs, ofX],
      [ys, ofY],
    ] as const) {
      for (let i = 0; i < from.n; i += 1) {
        memory.fill(0, at + i * width, at + (i + 1) * width);
        for (let c = 0; c < from.d; c += 1) memory[at + i * width + c] = from.values[i * from.d + c]!;
      }
    }
    const work = { lanes, memory, sums, block, scale };
    return {
      ofX: sumOfRows(work, ofX, ofX, true),
      ofY: sumOfRows(work, ofY, ofY, true),
      between: sumOfRows(work, ofX, ofY, false),
    };
  });
}

/** Points in the memory: how many, numbers of each, and where. */
interface Rows {
  readonly n: number;
  readonly width: number;
  readonly at: number;
}

/** Σ over the rows of xs, each with all of ys or, `isWithin`, with those before it. */
function sumOfRows(
  work: { lanes: Lanes; memory: Float64Array; sums: number; block: number; scale: number },
  xs: Rows,
  ys: Rows,
  isWithin: boolean,
): number {
  const { lanes, memory, sums, block, scale } = work;
  const { width } = xs;
  let sum = 0;
  for (let i = 0; i < xs.n; i += rows) {
    const here = Math.min(rows, xs.n - i);
    for (let r = 0; r < rows; r += 1) {
      const from = xs.at + (i + Math.min(r, here - 1)) * width;
      for (let c = 0; c < width; c += 1) memory[block + c * rows + r] = memory[from + c]!;
    }
    const count = isWithin ? i : ys.n;
    lanes.kernelSums(8 * block, 8 * ys.at, count, 8 * width, 8 * sums, scale, stepsPerUnit, unitPerStep);
    for (let r = 0; r < here; r += 1) {
      let ofRow = memory[sums + r]!;
      for (let j = i; isWithin && j < i + r; j += 1) {
        ofRow += expOfMinus(
          scale * squaredDistance(memory, xs.at + (i + r) * width, xs.at + j * width, width),
        );
      }
      sum += ofRow;
    }
  }
  return sum;
}

/** Four numbers at a time, as `squaredDistances` does it. */
function squaredDistance(memory: Float64Array, x: number, y: number, width: number): number {
  let sum = 0;
  for (let c = 0; c < width; c += 4) {
    const d0 = memory[x + c]! - memory[y + c]!;
    const d1 = memory[x + c + 1]! - memory[y + c + 1]!;
    const d2 = memory[x + c + 2]! - memory[y + c + 2]!;
    const d3 = memory[x + c + 3]! - memory[y + c + 3]!;
    sum += d0 * d0 + d1 * d1 + d2 * d2 + d3 * d3;
  }
  return sum;
}
