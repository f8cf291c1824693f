import type { FlatPoints } from "../../numerics/points.ts";
import { integer } from "../integer.ts";
import type { Rng } from "../rng.ts";

/**
 * Greedy k-means++: each next centre is the best of 2 + ⌊ln k⌋ points drawn in proportion to their squared distance from
 * the nearest centre so far.
 *
 * @returns for each point, which of the k centres is nearest, shape (n)
 * @see Arthur, Vassilvitskii (2007), "k-means++", SODA
 */
export function kMeansSeeds({ values, n, d }: FlatPoints, k: number, rng: Rng): Uint32Array {
  const trials = 2 + Math.floor(Math.log(k));
  const nearest = new Uint32Array(n);
  const squares = squaredDistances(values, n, d, integer(n, rng));
  for (let centre = 1; centre < k; centre += 1) {
    let best: { total: number; squares: Float64Array } | undefined;
    for (let trial = 0; trial < trials; trial += 1) {
      const distances = squaredDistances(values, n, d, drawn(squares, rng));
      let total = 0;
      for (let i = 0; i < n; i += 1) total += Math.min(squares[i]!, distances[i]!);
      if (!best || total < best.total) best = { total, squares: distances };
    }
    const closer = best!.squares;
    for (let i = 0; i < n; i += 1) {
      if (closer[i]! < squares[i]!) {
        nearest[i] = centre;
        squares[i] = closer[i]!;
      }
    }
  }
  return nearest;
}

/** A place in the data, in proportion to the squares; any place when all are 0. */
function drawn(squares: Float64Array, rng: Rng): number {
  let total = 0;
  for (const square of squares) total += square;
  if (total === 0) return integer(squares.length, rng);
  let rest = rng.next() * total;
  for (let i = 0; i < squares.length; i += 1) {
    rest -= squares[i]!;
    if (rest < 0) return i;
  }
  return squares.findLastIndex((square) => square > 0); // rounding left a little over
}

function squaredDistances(values: Float64Array, n: number, d: number, from: number): Float64Array {
  const squares = new Float64Array(n);
  for (let i = 0; i < n; i += 1) {
    for (let j = 0; j < d; j += 1) squares[i]! += (values[i * d + j]! - values[from * d + j]!) ** 2;
  }
  return squares;
}
