import type { PointTree } from "./pointTree.ts";

// A bound is added up in the order in which `squaredDistances` adds up a distance, four columns at a time. Rounding never
// turns a less number into a greater one, so a bound holds for the distances as they are computed, to the last bit: what is
// found in a tree is what a search of all pairs finds.

/**
 * Squared distance of the rows at x and at y where it is less than `limit`; else a number that is not. After four columns
 * with enough between them the others are not looked at.
 */
export function squaredBelow(
  limit: number,
  xs: Float64Array,
  x: number,
  ys: Float64Array,
  y: number,
  width: number,
): number {
  let sum = 0;
  for (let c = 0; c < width && sum < limit; c += 4) {
    const d0 = xs[x + c]! - ys[y + c]!;
    const d1 = xs[x + c + 1]! - ys[y + c + 1]!;
    const d2 = xs[x + c + 2]! - ys[y + c + 2]!;
    const d3 = xs[x + c + 3]! - ys[y + c + 3]!;
    sum += d0 * d0 + d1 * d1 + d2 * d2 + d3 * d3;
  }
  return sum;
}

/** No point of the node is nearer to the row at x than this, squared. */
export function leastSquared({ boxes, width }: PointTree, node: number, xs: Float64Array, x: number): number {
  const low = 2 * node * width;
  const high = low + width;
  let sum = 0;
  for (let c = 0; c < width; c += 4) {
    const d0 = Math.max(boxes[low + c]! - xs[x + c]!, 0, xs[x + c]! - boxes[high + c]!);
    const d1 = Math.max(boxes[low + c + 1]! - xs[x + c + 1]!, 0, xs[x + c + 1]! - boxes[high + c + 1]!);
    const d2 = Math.max(boxes[low + c + 2]! - xs[x + c + 2]!, 0, xs[x + c + 2]! - boxes[high + c + 2]!);
    const d3 = Math.max(boxes[low + c + 3]! - xs[x + c + 3]!, 0, xs[x + c + 3]! - boxes[high + c + 3]!);
    sum += d0 * d0 + d1 * d1 + d2 * d2 + d3 * d3;
  }
  return sum;
}

/** No point of the node is farther from the row at x than this, squared. */
export function greatestSquared(
  { boxes, width }: PointTree,
  node: number,
  xs: Float64Array,
  x: number,
): number {
  const low = 2 * node * width;
  const high = low + width;
  let sum = 0;
  for (let c = 0; c < width; c += 4) {
    const d0 = Math.max(xs[x + c]! - boxes[low + c]!, boxes[high + c]! - xs[x + c]!);
    const d1 = Math.max(xs[x + c + 1]! - boxes[low + c + 1]!, boxes[high + c + 1]! - xs[x + c + 1]!);
    const d2 = Math.max(xs[x + c + 2]! - boxes[low + c + 2]!, boxes[high + c + 2]! - xs[x + c + 2]!);
    const d3 = Math.max(xs[x + c + 3]! - boxes[low + c + 3]!, boxes[high + c + 3]! - xs[x + c + 3]!);
    sum += d0 * d0 + d1 * d1 + d2 * d2 + d3 * d3;
  }
  return sum;
}
