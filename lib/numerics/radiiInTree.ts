import { deepest, type PointTree } from "./pointTree.ts";
import { leastSquared, squaredBelow } from "./treeBounds.ts";

/**
 * Squared distance from each point of a tree to its k-th nearest among the others, in the order of its places, shape (n);
 * and how many distances were measured for it. Needs n > k.
 */
export function radiiInTree(tree: PointTree, k: number): { radii: Float64Array; measured: number } {
  const { n, width, rows, starts, ends, seconds } = tree;
  const radii = new Float64Array(n);
  const nearest = new Float64Array(k); // the least squared distances so far, in order
  const [waiting, bounds] = [new Uint32Array(deepest), new Float64Array(deepest)];
  let measured = 0;

  for (let own = 0; own < n; own += 1) {
    const x = own * width;
    nearest.fill(Infinity);
    let farthest = Infinity; // the last of them
    waiting[0] = 0;
    bounds[0] = 0;
    let count = 1;
    while (count > 0) {
      count -= 1;
      let node = waiting[count]!;
      let least = bounds[count]!;
      while (least < farthest && seconds[node]! > 0) {
        // The nearer half first: what it holds rules out more of the other.
        let far = seconds[node]!;
        node += 1;
        least = leastSquared(tree, node, rows, x);
        let leastOfFar = leastSquared(tree, far, rows, x);
        if (leastOfFar < least) {
          [node, far] = [far, node];
          [least, leastOfFar] = [leastOfFar, least];
        }
        waiting[count] = far;
        bounds[count] = leastOfFar;
        count += 1;
      }
      if (!(least < farthest)) continue;
      const end = ends[node]!;
      measured += end - starts[node]!;
      for (let i = starts[node]!; i < end; i += 1) {
        const here = squaredBelow(farthest, rows, x, rows, i * width, width);
        if (!(here < farthest) || i === own) continue;
        let place = k - 1;
        for (; place > 0 && nearest[place - 1]! > here; place -= 1) nearest[place] = nearest[place - 1]!;
        nearest[place] = here;
        farthest = nearest[k - 1]!;
      }
    }
    radii[own] = farthest;
  }
  return { radii, measured };
}
