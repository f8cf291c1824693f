// Known values: SciPy 1.17.1 and NumPy 2.4.6 (test/reference/metrics.py), and science.md §5.
import assert from "node:assert/strict";
import { test } from "node:test";
import { frechetDistance, frechetDistanceOfSamples } from "../../../lib/index.ts";
import { readReference } from "../reference.ts";
import { close, digits } from "./close.ts";

type Rows = number[][];
const { frechet } = readReference<{
  frechet: { twoByTwo: number; x: Rows; y: Rows; byDdof: Record<"0" | "1", number> };
}>("metrics");

test("frechetDistance() of the course's two covariances is 5.929311855, and agrees with SciPy's matrix roots", () => {
  const a = {
    mean: [0, 0],
    covariance: [
      [2, 0.5],
      [0.5, 1],
    ],
  };
  const b = {
    mean: [1, 2],
    covariance: [
      [1, -0.3],
      [-0.3, 3],
    ],
  };
  digits(frechetDistance(a, b), "5.929311855");
  close(frechetDistance(a, b), frechet.twoByTwo);
  for (const ddof of [0, 1] as const) {
    close(frechetDistanceOfSamples(frechet.x, frechet.y, { ddof }), frechet.byDdof[ddof], 1e-11);
  }
});
test("frechetDistance() keeps its digits where covariances are singular", () => {
  const identity = [
    [1, 0],
    [0, 1],
  ];
  const line = [
    [1, 1],
    [1, 1],
  ];
  const across = [
    [1, -1],
    [-1, 1],
  ];
  const at = (covariance: Rows) => ({ mean: [0, 0], covariance });
  close(frechetDistance(at(line), at(identity)), 4 - 2 * Math.SQRT2); // tr = 2 + 2 − 2 √2
  close(frechetDistance(at(line), at(across)), 4);
  close(frechetDistance(at(line), at(line)), 0);
  assert.equal(
    frechetDistance(
      at([
        [0, 0],
        [0, 0],
      ]),
      at(identity),
    ),
    2,
  );
});
test("frechetDistance() of commuting covariances is Σ (σ − τ)², in 30 dimensions", () => {
  const sds = Array.from({ length: 30 }, (_, i) => [1 + i / 7, 3 - i / 13] as const);
  const diagonal = (side: 0 | 1) => ({
    mean: new Float64Array(30),
    covariance: sds.map((pair, i) => sds.map((_, j) => (i === j ? pair[side] ** 2 : 0))),
  });
  close(
    frechetDistance(diagonal(0), diagonal(1)),
    sds.reduce((sum, [s, t]) => sum + (s - t) ** 2, 0),
  );
});
test("frechetDistanceOfSamples() with fewer points than dimensions is 0 on itself", () => {
  const few = frechet.x.slice(0, 3);
  close(frechetDistanceOfSamples(few, few, { ddof: 1 }), 0);
  assert.ok(frechetDistanceOfSamples(few, frechet.y, { ddof: 1 }) > 0);
});

const refusals: [string, () => unknown, RegExp][] = [
  [
    "frechetDistance",
    () => frechetDistance({ mean: [0, 0], covariance: [[1]] }, { mean: [0], covariance: [[1]] }),
    /a.covariance must be 2 × 2 as a.mean is long, got 1 × 1/,
  ],
  [
    "frechetDistance",
    () =>
      frechetDistance(
        {
          mean: [0, 0],
          covariance: [
            [1, 0.5],
            [0.4, 1],
          ],
        },
        { mean: [0], covariance: [[1]] },
      ),
    /a.covariance\[1\]\[0\] must equal a.covariance\[0\]\[1\] \(0.5\), got 0.4/,
  ],
  [
    "frechetDistance",
    () =>
      frechetDistance(
        {
          mean: [0, 0],
          covariance: [
            [1, 2],
            [2, 1],
          ],
        },
        { mean: [0], covariance: [[1]] },
      ),
    /a.covariance must be positive semidefinite, got \[1,2,2,1\]/,
  ],
];
for (const [name, attempt, message] of refusals) {
  test(`${name}() refuses: ${message.source}`, () => {
    assert.throws(attempt, (error) => message.test(String(error)));
  });
}
