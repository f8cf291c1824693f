// What trees find is what all pairs give: the same counts and the same bits, on points made to be hard for a tree.
import assert from "node:assert/strict";
import { test } from "node:test";
import { manifoldMetrics, type Rng, seeded, standardNormal } from "../../../lib/index.ts";
import { ballsByPairs } from "../../../lib/metrics/parts/ballsByPairs.ts";
import { ballsInTrees } from "../../../lib/metrics/parts/ballsInTrees.ts";
import { radiiByPairs } from "../../../lib/numerics/neighbourRadii.ts";
import { type FlatPoints, rowsOf } from "../../../lib/numerics/points.ts";
import { pointTree, treePays } from "../../../lib/numerics/pointTree.ts";
import { radiiInTree } from "../../../lib/numerics/radiiInTree.ts";
import { columnsOf } from "../../../lib/numerics/squaredDistances.ts";

/** A number of point i of a cloud, drawn anew for each of its coordinates. */
const clouds: Readonly<Record<string, (rng: Rng, i: number) => number>> = {
  "a Gaussian": (rng) => standardNormal(rng),
  "a small grid, full of ties and duplicates": (rng) => Math.floor(3 * rng.next()),
  "two places": (_, i) => i % 2,
  "one place": () => 0.1,
  "tight clusters": (rng, i) => 10 * (i % 7) + 1e-6 * standardNormal(rng),
  "a heavy tail": (rng) => standardNormal(rng) / rng.next() ** 3,
  "neighbouring floats": (rng) => 1 + Math.floor(4 * rng.next()) * Number.EPSILON,
  "numbers whose squares overflow": (rng) => 1e200 * standardNormal(rng),
  "numbers whose squares vanish": (rng) => 1e-170 * standardNormal(rng),
  "a grid far from 0": (rng) => 1e15 + Math.floor(5 * rng.next()),
};

function cloud(n: number, d: number, draw: (rng: Rng, i: number) => number, rng: Rng): FlatPoints {
  return { values: Float64Array.from({ length: n * d }, (_, at) => draw(rng, Math.floor(at / d))), n, d };
}

/** The radii by a tree, in the order of the points. */
function inOrder(points: FlatPoints, k: number): Float64Array {
  const tree = pointTree(points);
  const { radii } = radiiInTree(tree, k);
  const found = new Float64Array(points.n);
  for (const [place, point] of tree.order.entries()) found[point] = radii[place]!;
  return found;
}

for (const [name, draw] of Object.entries(clouds)) {
  test(`trees find what all pairs give in ${name}`, () => {
    for (const d of [1, 2, 3, 4, 5, 6, 7, 8, 9, 13]) {
      const rng = seeded(d).split(name);
      for (const [n, m, k] of [
        [2, 2, 1],
        [4, 9, 3], // n = k + 1
        [32, 33, 5],
        [65, 150, 20],
        [401, 300, 3],
      ] as const) {
        const [reals, fakes] = [cloud(n, d, draw, rng), cloud(m, d, draw, rng)];
        const what = `n = ${n}, m = ${m}, d = ${d}, k = ${k}`;
        assert.deepEqual(inOrder(reals, k), radiiByPairs(n, columnsOf(reals), k), what);
        for (const strict of [true, false]) {
          const { measured: _, ...found } = ballsInTrees(reals, fakes, { k, strict });
          assert.deepEqual(found, ballsByPairs(reals, fakes, { k, strict }), `${what}, strict = ${strict}`);
        }
      }
    }
  });
}

test("balls of a few outliers and of none are told apart from those of clusters", () => {
  const rng = seeded(3);
  for (const d of [1, 2, 5, 8]) {
    const reals = cloud(700, d, (r, i) => (i % 50 === 0 ? 30 : 1) * standardNormal(r), rng);
    const fakes = cloud(500, d, (r, i) => (i % 2) * 4 + 0.2 * standardNormal(r), rng);
    for (const options of [
      { k: 1, strict: true },
      { k: 40, strict: false },
    ]) {
      const { measured: _, ...found } = ballsInTrees(reals, fakes, options);
      assert.deepEqual(found, ballsByPairs(reals, fakes, options));
    }
  }
});

test("manifoldMetrics gives what all pairs give, on both sides of the switch to trees", () => {
  const rng = seeded(4);
  const sides = new Set<boolean>();
  for (const [n, m, d] of [
    [127, 128, 2],
    [128, 127, 2],
    [128, 128, 2],
    [700, 600, 4],
    [1100, 1050, 5],
    [600, 600, 5],
  ] as const) {
    const [reals, fakes] = [
      cloud(n, d, standardNormal, rng),
      cloud(m, d, (r) => standardNormal(r) + 0.3, rng),
    ];
    const options = { k: 5, strict: true };
    const { precise, recalled, covered, balls } = ballsByPairs(reals, fakes, options);
    assert.deepEqual(manifoldMetrics(rowsOf(reals.values, d), rowsOf(fakes.values, d), options), {
      precision: precise / m,
      recall: recalled / n,
      density: balls / (5 * m),
      coverage: covered / n,
    });
    sides.add(treePays(n, d) && treePays(m, d));
  }
  assert.equal(sides.size, 2, "by trees and by pairs");
});

/** log2 of how much more is measured at twice as many points. */
function growth(n: number, measured: (n: number) => number): number {
  return Math.log2(measured(2 * n) / measured(n));
}

test("below 9 dimensions the distances that are measured grow slower than n^1.5, and need not seconds to say so", () => {
  const options = { k: 5, strict: true };
  for (const [d, n] of [
    [1, 1000],
    [2, 1000],
    [4, 2000],
    [6, 4000],
    [8, 8192],
  ] as const) {
    const power = growth(n, (size) => {
      const rng = seeded(d);
      const reals = cloud(size, d, standardNormal, rng);
      if (d === 8) return radiiInTree(pointTree(reals), options.k).measured;
      return ballsInTrees(reals, cloud(size, d, standardNormal, rng), options).measured;
    });
    assert.ok(power < 1.5, `d = ${d}: n^${power.toFixed(2)}`);
    assert.ok(power > 0.7, `d = ${d}: n^${power.toFixed(2)}`); // it is counted
  }
});

test("points at one place, and one ball that holds all, cost no search of all pairs", () => {
  const n = 4000;
  const same = cloud(n, 2, () => 7, seeded(1));
  assert.ok(ballsInTrees(same, same, { k: 5, strict: true }).measured < 100 * n);
  assert.ok(ballsInTrees(same, same, { k: 5, strict: false }).measured < 100 * n);
  // The balls of far reals reach over all fakes, which are counted box by box.
  const far = cloud(100, 2, (rng) => 1e6 * standardNormal(rng), seeded(2));
  const near = cloud(n, 2, standardNormal, seeded(3));
  const { balls, measured } = ballsInTrees(far, near, { k: 50, strict: true });
  assert.ok(balls > (100 * n) / 10 && measured < (n * n) / 10, `${balls} pairs, ${measured} distances`);
});
