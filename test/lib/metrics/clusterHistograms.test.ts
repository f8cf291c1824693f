import assert from "node:assert/strict";
import { test } from "node:test";
import { clusterHistograms, fillNormal, mauve, seeded } from "../../../lib/index.ts";

const rng = seeded(4);
const around = (u: number, v: number, count: number): number[][] =>
  Array.from({ length: count }, () => {
    const [du, dv] = fillNormal(new Float64Array(2), 0, 0.1, rng);
    return [u + du!, v + dv!];
  });
const corners = [
  [0, 0],
  [0, 9],
  [9, 0],
  [9, 9],
] as const;
const even = corners.flatMap(([u, v]) => around(u, v, 25));
const uneven = corners.flatMap(([u, v], i) => around(u, v, [70, 20, 10, 0][i]!));
const options = { clusters: 4, rounds: 50 };

test("clusterHistograms() finds four clusters that are apart, and counts both samples in them", () => {
  const { a, b, centres } = clusterHistograms(even, uneven, { ...options, rng: seeded(1) });
  assert.deepEqual(Array.from(a), [25, 25, 25, 25]);
  assert.deepEqual(Array.from(b.toSorted()), [0, 10, 20, 70]);
  for (const [u, v] of centres) {
    assert.ok(corners.some(([x, y]) => Math.hypot(u! - x, v! - y) < 0.15));
  }
  const { a: again } = clusterHistograms(even, uneven, { ...options, rng: seeded(1) });
  assert.deepEqual(again, a);
});
test("mauve() of points falls when modes are lost, and is 1 for the same points twice", () => {
  const ofPoints = (p: number[][], q: number[][]) => {
    const { a, b } = clusterHistograms(p, q, { ...options, rng: seeded(1) });
    return mauve(a, b, { c: 5, points: 100 });
  };
  assert.equal(ofPoints(even, even), 1);
  assert.ok(ofPoints(even, uneven) < 0.7);
});
test("clusterHistograms() takes as many clusters as points, equal points, and no rounds", () => {
  const same = [[1], [1], [1]];
  const { a } = clusterHistograms(same, same, { clusters: 6, rounds: 5, rng: seeded(1) });
  assert.equal(
    a.reduce((sum, count) => sum + count),
    3,
  );
  const { b } = clusterHistograms([[0], [1]], [[5]], { clusters: 1, rounds: 0, rng: seeded(1) });
  assert.deepEqual(Array.from(b), [1]);
});
test("clusterHistograms() names the argument it rejects", () => {
  const make = (clusters: number) => () =>
    clusterHistograms([[1]], [[2]], { clusters, rounds: 1, rng: seeded(1) });
  assert.throws(make(3), /clusters must be at most the number of points \(2\), got 3/);
  assert.throws(make(0), /clusters must be an integer of at least 1, got 0/);
  assert.throws(
    () => clusterHistograms([[1]], [], { clusters: 1, rounds: 1, rng: seeded(1) }),
    /b must hold at least 1 row, got 0/,
  );
});
