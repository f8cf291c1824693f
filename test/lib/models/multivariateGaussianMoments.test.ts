import assert from "node:assert/strict";
import { test } from "node:test";
import {
  accumulate,
  accumulatedVariance,
  manyLoops,
  multivariateGaussian,
  multivariateGaussianMoments,
  PointMoments,
  replace,
  seeded,
} from "../../../lib/index.ts";
import { testBadInput } from "../contract/badInput.ts";
import { near } from "../contract/near.ts";
import { assertMean } from "../loops/assertMean.ts";

const points = [
  [0, 1],
  [2, -1],
  [4, 3],
  [1, 1],
];
const covariance = [
  [2, 1],
  [1, 3],
];

test("moments of points are those of the rows, pooled in any cut; a fit to them is the fit to the rows", () => {
  const whole = PointMoments.of(points);
  for (let cut = 1; cut < points.length; cut += 1) {
    const pooled = PointMoments.of(points.slice(0, cut)).concat(PointMoments.of(points.slice(cut)));
    assert.equal(pooled.length, 4);
    whole.mean.forEach((x, j) => {
      near(pooled.mean[j]!, x);
    });
    whole.scatter.forEach((x, at) => {
      near(pooled.scatter[at]!, x);
    });
  }
  const onRows = multivariateGaussian({ ddof: 1 }).fit(points);
  const onMoments = multivariateGaussianMoments({ ddof: 1 }).fit(whole);
  for (const i of [0, 1])
    for (const j of [0, 1])
      near(onMoments.parameters.covariance[i]![j]!, onRows.parameters.covariance[i]![j]!);
  near(onMoments.logProb([1, 2]), onRows.logProb([1, 2]));
});

for (const count of [2, 3, 12]) {
  test(`moments of ${count} draws: means Σ/n and (n − 1)Σ, variances of a Wishart (4000 draws)`, () => {
    const model = multivariateGaussianMoments({ ddof: 1 }).known({ mean: [1, -1], covariance });
    const rng = seeded(170 + count);
    const drawn = Array.from({ length: 4000 }, () => model.sample(count, rng));
    const [v, df] = [covariance, count - 1];
    assertMean(
      drawn.map(({ mean }) => mean[1]!),
      -1,
      "mean",
    );
    assertMean(
      drawn.map(({ mean }) => (mean[0]! - 1) * (mean[1]! + 1)),
      v[0]![1]! / count,
      "mean, product",
    );
    for (const [i, j] of [
      [0, 0],
      [0, 1],
      [1, 1],
    ] as const) {
      const expected = df * v[i]![j]!;
      const entries = drawn.map(({ scatter }) => scatter[i * 2 + j]!);
      assertMean(entries, expected, `scatter ${i} ${j}`);
      const spread = df * (v[i]![j]! ** 2 + v[i]![i]! * v[j]![j]!);
      assertMean(
        entries.map((x) => (x - expected) ** 2),
        spread,
        `variance of scatter ${i} ${j}`,
      );
    }
  });
}

test("replace keeps E Σ with ddof 1, accumulate follows the product law in every direction (1500 loops, M = 10)", () => {
  const run = (ddof: 0 | 1, accumulating: boolean) => {
    const family = multivariateGaussianMoments({ ddof });
    return manyLoops({
      family,
      start: family.known({ mean: [0, 0], covariance }),
      regime: accumulating ? accumulate() : replace(),
      generations: 10,
      size: 10,
      runs: 1500,
      rng: seeded(175),
      read: {
        second: ({ model }) => model.parameters.covariance[1]![1]!,
        across: ({ model }) => model.parameters.covariance[0]![1]!,
      },
    });
  };
  const [replaced, accumulated] = [run(1, false), run(0, true)];
  assertMean(replaced.across[4]!, 1, "replace");
  const law = accumulatedVariance(10, { size: 10 });
  assertMean(accumulated.second[10]!, 3 * law, "accumulate, variance");
  assertMean(accumulated.across[10]!, law, "accumulate, covariance");
});

test("no points and one point have moments too", () => {
  const model = multivariateGaussianMoments({ ddof: 1 }).known({ mean: [0, 0], covariance });
  assert.deepEqual(model.sample(1, seeded(1)).scatter, new Float64Array(4));
  const none = model.sample(0, seeded(1));
  assert.equal(none.concat(none).length, 0);
  near(none.concat(PointMoments.of(points)).mean[0]!, PointMoments.of(points).mean[0]!);
});

const family = multivariateGaussianMoments({ ddof: 1 });
testBadInput("multivariateGaussianMoments", {
  empty: { refuses: () => family.fit([]) },
  nan: { refuses: () => family.fit([[1, Number.NaN]]) },
  negativeCount: { refuses: () => family.fit(points).sample(-1, seeded(1)) },
  mismatchedLength: { refuses: () => PointMoments.of(points).concat(PointMoments.of([[1, 2, 3]])) },
  zeroVariance: {
    gives: () =>
      family
        .fit([
          [1, 2],
          [1, 2],
        ])
        .sample(5, seeded(1)).scatter[0]!,
  },
});
