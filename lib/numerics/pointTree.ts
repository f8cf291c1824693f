import type { FlatPoints } from "./points.ts";

/** Points sorted into boxes: a k-d tree. Nodes come in preorder: the first half of node v is v + 1. */
export interface PointTree {
  readonly n: number;
  /** Numbers of a row: d, filled up with zeros to a multiple of four. */
  readonly width: number;
  /** The points in the order of the leaves, shape (n, width). */
  readonly rows: Float64Array;
  /** Which of the given points stands at each place, shape (n). */
  readonly order: Uint32Array;
  /** Node v holds the points at places starts[v] … ends[v] − 1. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** The second half of a node; 0 for a leaf. */
  readonly seconds: Uint32Array;
  /** Least and greatest coordinates in each node, shape (nodes, 2, width). */
  readonly boxes: Float64Array;
}

/** Nodes that wait in a search, at most: one for each time that the points of a tree can be halved. */
export const deepest = 64;

/** Points in a leaf, at most. */
const leafSize = 32;

/**
 * Whether a search in a tree of n points is faster than one of all pairs: from 2^d leaves on, where a tree halves each
 * side once. So it was measured (bench/lib/neighbours.bench.ts).
 */
export const treePays = (n: number, d: number): boolean => n >= leafSize * 2 ** d;

/** Sorts points into boxes: each is halved across its longest side until it holds few. O(n d log n). */
export function pointTree({ values, n, d }: FlatPoints): PointTree {
  const width = d + (-d & 3);
  let leaves = 1;
  while (n > leaves * leafSize) leaves *= 2;
  const nodes = 2 * leaves - 1;
  const order = Uint32Array.from({ length: n }, (_, i) => i);
  const [starts, ends, seconds] = [new Uint32Array(nodes), new Uint32Array(nodes), new Uint32Array(nodes)];
  const boxes = new Float64Array(nodes * 2 * width);
  let made = 0;

  const sortIn = (from: number, to: number): void => {
    const node = made;
    made += 1;
    starts[node] = from;
    ends[node] = to;
    let [longest, side] = [-1, 0];
    for (let c = 0; c < d; c += 1) {
      let [low, high] = [Infinity, -Infinity];
      for (let i = from; i < to; i += 1) {
        const x = values[order[i]! * d + c]!;
        if (x < low) low = x;
        if (x > high) high = x;
      }
      boxes[2 * node * width + c] = low;
      boxes[(2 * node + 1) * width + c] = high;
      if (high - low > longest) [longest, side] = [high - low, c];
    }
    if (to - from <= leafSize) return;
    const middle = (from + to) >>> 1; // by number, so that points at one place are parted, too
    partAt(middle, order, from, to, (point) => values[point * d + side]!);
    sortIn(from, middle);
    seconds[node] = made;
    sortIn(middle, to);
  };
  sortIn(0, n);

  const rows = new Float64Array(n * width);
  for (let i = 0; i < n; i += 1)
    for (let c = 0; c < d; c += 1) rows[i * width + c] = values[order[i]! * d + c]!;
  return { n, width, rows, order, starts, ends, seconds, boxes };
}

/** Reorders order[from … to − 1]: nothing before the place `middle` is greater than what stands there, nothing after it less. */
function partAt(
  middle: number,
  order: Uint32Array,
  from: number,
  to: number,
  coordinate: (point: number) => number,
): void {
  let [low, high] = [from, to - 1];
  while (low < high) {
    const pivot = coordinate(order[(low + high) >>> 1]!);
    let [i, j] = [low, high];
    while (i <= j) {
      while (coordinate(order[i]!) < pivot) i += 1;
      while (coordinate(order[j]!) > pivot) j -= 1;
      if (i > j) break;
      const point = order[i]!;
      order[i] = order[j]!;
      order[j] = point;
      i += 1;
      j -= 1;
    }
    if (middle <= j) high = j;
    else if (middle >= i) low = i;
    else return;
  }
}
