import { type FlatPoints, type Points, rowsOf } from "../numerics/points.ts";
import { columnsOf, squaredDistances } from "../numerics/squaredDistances.ts";
import { twoClouds } from "../numerics/twoClouds.ts";
import { kMeansSeeds } from "../random/parts/kMeansSeeds.ts";
import type { Rng } from "../random/rng.ts";
import { requireInteger } from "../require/requireInteger.ts";
import { requireOptions } from "../require/requireOptions.ts";

/** Counts of two samples over the same clusters. */
export interface ClusterHistograms {
  /** Points of a in each cluster, shape (clusters). */
  readonly a: Uint32Array;
  /** Points of b in each cluster, shape (clusters). */
  readonly b: Uint32Array;
  /** Centres of the clusters, shape (clusters, d). */
  readonly centres: readonly Float64Array[];
}

/**
 * Two samples of points as histograms over common clusters: k-means (k-means++ start, Lloyd's steps) on both together.
 * With it metrics of histograms, MAUVE above all, can look at points. The clusters depend on the stream: say the seed.
 *
 * @param a reference sample, shape (n, d), in some unit
 * @param b compared sample, shape (m, d), in the same unit
 * @param options.clusters how many, 1 … n + m; the authors of MAUVE take (n + m) / 10 at most
 * @param options.rounds greatest number of Lloyd's steps, an integer ≥ 0; fewer are made if nothing moves
 * @param options.rng a seeded stream
 * @returns counts and centres; see {@link ClusterHistograms}
 * @throws {RangeError} if a sample is empty, rows are ragged, not finite or of different length in a and b, clusters is
 *   not an integer from 1 to n + m, or rounds is not an integer ≥ 0
 * @see Lloyd (1982), IEEE Trans. Inf. Theory 28(2):129–137, doi:10.1109/TIT.1982.1056489 — chapter 6
 * @example const { a, b } = clusterHistograms([[0], [1], [9]], [[0.5]], { clusters: 2, rounds: 9, rng: seeded(1) });
 * [a.toSorted(), b.toSorted()] // => [Uint32Array [1, 2], Uint32Array [0, 1]]
 */
export function clusterHistograms(
  a: Points,
  b: Points,
  options: { clusters: number; rounds: number; rng: Rng },
): ClusterHistograms {
  const action = "make cluster histograms";
  const { clusters, rounds, rng } = requireOptions(action, options);
  const [ofA, ofB] = twoClouds(action, ["a", "b"], a, b);
  requireInteger(action, "clusters", clusters, 1);
  requireInteger(action, "rounds", rounds);
  const [n, d] = [ofA.n + ofB.n, ofA.d];
  if (clusters > n) {
    throw new RangeError(
      `Cannot ${action}: clusters must be at most the number of points (${n}), got ${clusters}`,
    );
  }
  const values = new Float64Array(n * d);
  values.set(ofA.values);
  values.set(ofB.values, ofA.values.length);
  const all: FlatPoints = { values, n, d };
  const columns = columnsOf(all);

  const cluster = kMeansSeeds(all, clusters, rng);
  const centres: FlatPoints = { values: new Float64Array(clusters * d), n: clusters, d };
  moveToMeans(centres, all, cluster);
  for (let round = 0; round < rounds; round += 1) {
    if (!assignNearest(cluster, columns, centres)) break;
    moveToMeans(centres, all, cluster);
  }
  const counts = [new Uint32Array(clusters), new Uint32Array(clusters)] as const;
  for (let i = 0; i < n; i += 1) counts[i < ofA.n ? 0 : 1][cluster[i]!]! += 1;
  return { a: counts[0], b: counts[1], centres: rowsOf(centres.values, d) };
}

/** Puts each centre at the mean of its points; one without points stays where it was. */
function moveToMeans(centres: FlatPoints, { values, n, d }: FlatPoints, cluster: Uint32Array): void {
  const sums = new Float64Array(centres.values.length);
  const sizes = new Uint32Array(centres.n);
  for (let i = 0; i < n; i += 1) {
    const centre = cluster[i]!;
    sizes[centre]! += 1;
    for (let c = 0; c < d; c += 1) sums[centre * d + c]! += values[i * d + c]!;
  }
  for (let i = 0; i < sums.length; i += 1) {
    const size = sizes[Math.floor(i / d)]!;
    if (size > 0) centres.values[i] = sums[i]! / size;
  }
}

/** Gives each point to its nearest centre; says whether any moved. */
function assignNearest(
  cluster: Uint32Array,
  points: ReturnType<typeof columnsOf>,
  centres: FlatPoints,
): boolean {
  const ofCentres = columnsOf(centres);
  const [first, second] = [new Float64Array(centres.n), new Float64Array(centres.n)];
  let moved = false;
  const assign = (i: number, squared: Float64Array): void => {
    let nearest = cluster[i]!; // of two as near, the present one
    for (let j = 0; j < centres.n; j += 1) if (squared[j]! < squared[nearest]!) nearest = j;
    if (nearest !== cluster[i]) moved = true;
    cluster[i] = nearest;
  };
  for (let i = 0; i < cluster.length; i += 2) {
    squaredDistances(points, i, ofCentres, centres.n, first, second);
    assign(i, first);
    if (i + 1 < cluster.length) assign(i + 1, second);
  }
  return moved;
}
