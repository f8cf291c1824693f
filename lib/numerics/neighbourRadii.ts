import type { FlatPoints } from "./points.ts";
import { pointTree, treePays } from "./pointTree.ts";
import { radiiInTree } from "./radiiInTree.ts";
import { type Columns, columnsOf, squaredDistances } from "./squaredDistances.ts";

/**
 * Squared distance from each point to its k-th nearest among the others, shape (n): in a tree where that is faster, else
 * over all pairs, which gives the same bits. Needs n > k.
 */
export function neighbourRadii(points: FlatPoints, k: number): Float64Array {
  if (!treePays(points.n, points.d)) return radiiByPairs(points.n, columnsOf(points), k);
  const tree = pointTree(points);
  const { radii } = radiiInTree(tree, k);
  const inOrder = new Float64Array(points.n);
  for (let i = 0; i < radii.length; i += 1) inOrder[tree.order[i]!] = radii[i]!;
  return inOrder;
}

/** By measuring each pair once and telling both its points: O(n² d). */
export function radiiByPairs(n: number, columns: Columns, k: number): Float64Array {
  const nearest = new Float64Array(n * k).fill(Infinity); // k squared distances of each point, in order
  const farthest = new Float64Array(n).fill(Infinity); // the last of them
  const [first, second] = [new Float64Array(n), new Float64Array(n)];

  const keep = (point: number, squared: number): void => {
    let place = point * k + k - 1;
    for (; place > point * k && nearest[place - 1]! > squared; place -= 1)
      nearest[place] = nearest[place - 1]!;
    nearest[place] = squared;
    farthest[point] = nearest[point * k + k - 1]!;
  };
  const tell = (i: number, squared: Float64Array): void => {
    for (let j = 0; j < i; j += 1) {
      const here = squared[j]!;
      if (here < farthest[i]!) keep(i, here);
      if (here < farthest[j]!) keep(j, here);
    }
  };
  for (let i = 0; i < n; i += 2) {
    squaredDistances(columns, i, columns, Math.min(i + 1, n), first, second);
    tell(i, first);
    if (i + 1 < n) tell(i + 1, second);
  }
  return farthest;
}
