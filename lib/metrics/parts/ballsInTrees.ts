import type { FlatPoints } from "../../numerics/points.ts";
import { deepest, type PointTree, pointTree } from "../../numerics/pointTree.ts";
import { radiiInTree } from "../../numerics/radiiInTree.ts";
import { greatestSquared, leastSquared, squaredBelow } from "../../numerics/treeBounds.ts";
import type { BallOptions } from "../manifoldMetrics.ts";
import { type BallCounts, nextAbove } from "./ballCounts.ts";

/** Counts what balls hold by trees: the same numbers as all pairs give, and how many distances were measured for them. */
export function ballsInTrees(
  reals: FlatPoints,
  fakes: FlatPoints,
  { k, strict }: BallOptions,
): BallCounts & { readonly measured: number } {
  const [ofReal, ofFake] = [pointTree(reals), pointTree(fakes)];
  const [realRadii, fakeRadii] = [radiiInTree(ofReal, k), radiiInTree(ofFake, k)];
  if (!strict) for (const { radii } of [realRadii, fakeRadii]) nextAbove(radii);
  const held = inEachBall(ofReal, realRadii.radii, ofFake);
  const recalled = inAnyBall(ofReal, ofFake, fakeRadii.radii);
  return {
    precise: held.held,
    recalled: recalled.inside,
    covered: held.covered,
    balls: held.balls,
    measured: realRadii.measured + fakeRadii.measured + held.measured + recalled.measured,
  };
}

/** Of the points of a tree in the balls around the centres: how many pairs there are, of how many balls and how many points. */
function inEachBall(
  centres: PointTree,
  radii: Float64Array,
  points: PointTree,
): { balls: number; covered: number; held: number; measured: number } {
  const { rows, width, starts, ends, seconds } = points;
  const waiting = new Uint32Array(deepest);
  const isHeld = new Uint8Array(points.n);
  const isWhole = new Uint8Array(starts.length); // nodes of which some ball holds all
  let [balls, covered, held, measured] = [0, 0, 0, 0];
  for (let own = 0; own < centres.n; own += 1) {
    const x = own * width;
    const radius = radii[own]!;
    const before = balls;
    waiting[0] = 0;
    let count = 1;
    while (count > 0) {
      count -= 1;
      const node = waiting[count]!;
      if (!(leastSquared(points, node, centres.rows, x) < radius)) continue;
      const [start, end] = [starts[node]!, ends[node]!];
      if (greatestSquared(points, node, centres.rows, x) < radius) {
        balls += end - start;
        isWhole[node] = 1;
      } else if (seconds[node]! > 0) {
        waiting[count] = seconds[node]!;
        waiting[count + 1] = node + 1;
        count += 2;
      } else {
        measured += end - start;
        for (let i = start; i < end; i += 1) {
          if (!(squaredBelow(radius, centres.rows, x, rows, i * width, width) < radius)) continue;
          balls += 1;
          isHeld[i] = 1;
        }
      }
    }
    if (balls > before) covered += 1;
  }
  for (let node = 0; node < starts.length; node += 1) {
    const second = seconds[node]!;
    if (isWhole[node] === 0) continue;
    if (second > 0) isWhole[node + 1] = isWhole[second] = 1;
    else isHeld.fill(1, starts[node]!, ends[node]!);
  }
  for (const is of isHeld) held += is;
  return { balls, covered, held, measured };
}

/** How many of the points lie in the ball of at least one centre. */
function inAnyBall(
  points: PointTree,
  centres: PointTree,
  radii: Float64Array,
): { inside: number; measured: number } {
  const { rows, width, starts, ends, seconds } = centres;
  const reach = greatestRadii(centres, radii);
  const [waiting, bounds] = [new Uint32Array(deepest), new Float64Array(deepest)];
  let [inside, measured] = [0, 0];
  for (let own = 0; own < points.n; own += 1) {
    const x = own * width;
    waiting[0] = 0;
    bounds[0] = 0;
    let count = 1;
    while (count > 0) {
      count -= 1;
      const node = waiting[count]!;
      if (!(bounds[count]! < reach[node]!)) continue;
      let far = seconds[node]!;
      if (far > 0) {
        // The nearer half first: a point that lies in some ball mostly lies in a near one's.
        let near = node + 1;
        let least = leastSquared(centres, near, points.rows, x);
        let leastOfFar = leastSquared(centres, far, points.rows, x);
        if (leastOfFar < least) {
          [near, far] = [far, near];
          [least, leastOfFar] = [leastOfFar, least];
        }
        waiting[count] = far;
        bounds[count] = leastOfFar;
        waiting[count + 1] = near;
        bounds[count + 1] = least;
        count += 2;
        continue;
      }
      for (let i = starts[node]!; i < ends[node]!; i += 1) {
        measured += 1;
        const radius = radii[i]!;
        if (!(squaredBelow(radius, points.rows, x, rows, i * width, width) < radius)) continue;
        inside += 1;
        count = 0; // one is enough
        break;
      }
    }
  }
  return { inside, measured };
}

/** The greatest radius in each node of a tree, shape (nodes). */
function greatestRadii({ starts, ends, seconds }: PointTree, radii: Float64Array): Float64Array {
  const greatest = new Float64Array(starts.length);
  for (let node = starts.length - 1; node >= 0; node -= 1) {
    const second = seconds[node]!;
    if (second > 0) greatest[node] = Math.max(greatest[node + 1]!, greatest[second]!);
    else
      for (let i = starts[node]!; i < ends[node]!; i += 1)
        if (radii[i]! > greatest[node]!) greatest[node] = radii[i]!;
  }
  return greatest;
}
