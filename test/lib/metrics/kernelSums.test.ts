import assert from "node:assert/strict";
import { test } from "node:test";
import { fillNormal, seeded } from "generation-loss";
import { kernelSumsInLanes, plainKernelSums } from "../../../lib/metrics/parts/kernelSums.ts";
import type { FlatPoints } from "../../../lib/numerics/points.ts";

/** Points, dimension, spread, and what a squared distance is multiplied by. */
const cases = [
  [1, 1, 1, 1, 1],
  [2, 3, 2, 1, 1],
  [3, 2, 7, 1, 1],
  [5, 4, 3, 1, 0.5],
  [6, 7, 4, 10, 3],
  [7, 9, 5, 1, 1e-3],
  [30, 31, 8, 1, 0.125],
  [50, 51, 9, 20, 1], // sums below the least normal number
  [200, 51, 1, 13, 1], // some pairs beyond each end of e^-t: 708 and 745
  [40, 40, 3, 1e200, 1], // squares beyond the largest number
  [33, 30, 3, 1, Number.MAX_VALUE],
  [3, 40, 3, 1, Number.MIN_VALUE],
  [40, 3, 2, 0, 1], // all points equal
] as const;

for (const [n, m, d, spread, scale] of cases) {
  test(`${n} and ${m} points of ${d} numbers, sd ${spread}, scale ${scale}: WebAssembly sums as plain loops do, to the bit`, () => {
    const rng = seeded(1);
    const cloud = (count: number): FlatPoints => ({
      values: fillNormal(new Float64Array(count * d), 0, spread, rng),
      n: count,
      d,
    });
    const [xs, ys] = [cloud(n), cloud(m)];
    const [plain, lanes] = [plainKernelSums(xs, ys, scale), kernelSumsInLanes(xs, ys, scale)];
    assert.deepStrictEqual(lanes, plain);
    assert.ok(Object.values(plain).every((sum) => sum >= 0 && sum <= (n + m) ** 2));
  });
}
