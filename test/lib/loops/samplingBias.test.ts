import assert from "node:assert/strict";
import { test } from "node:test";
import {
  expectedSquaredDrift,
  expectedVariance,
  gaussian,
  manyLoops,
  multivariateGaussian,
  replace,
  samplingBias,
  seeded,
} from "../../../lib/index.ts";
import { assertMean } from "./assertMean.ts";

for (const ddof of [0, 1] as const) {
  test(`sampling bias 0.9, ddof ${ddof}: variance λᵗ, and a drift that stays below its cap (4000 loops, M = 20)`, () => {
    const family = gaussian({ ddof });
    const { variance, drift } = manyLoops({
      family,
      start: family.known({ mean: 0, sd: 1 }),
      regime: replace(),
      write: samplingBias({ lambda: 0.9 }),
      generations: 30,
      size: 20,
      runs: 4000,
      rng: seeded(90 + ddof),
      read: {
        variance: ({ model }) => model.parameters.sd ** 2,
        drift: ({ model }) => model.parameters.mean ** 2,
      },
    });
    for (const t of [1, 5, 15]) {
      assertMean(variance[t]!, (0.9 * (1 - (1 - ddof) / 20)) ** t, `variance at ${t}`);
      assertMean(variance[t]!, expectedVariance(t, { size: 20, ddof, bias: 0.9 }), `variance at ${t}`);
    }
    if (ddof === 1) assertMean(drift[30]!, (0.9 * (1 - 0.9 ** 30)) / (1 - 0.9) / 20, "drift");
    assertMean(drift[30]!, expectedSquaredDrift(30, { size: 20, ddof, bias: 0.9 }), "drift");
  });
}

test("a schedule of biases multiplies up, in one dimension and in three (2000 loops)", () => {
  const lambda = (generation: number) => (generation === 1 ? 0.5 : 0.8);
  const rows = multivariateGaussian({ ddof: 1 });
  const identity = [0, 1, 2].map((i) => [0, 1, 2].map((j) => (i === j ? 1 : 0)));
  const { third, across } = manyLoops({
    family: rows,
    start: rows.known({ mean: [1, 2, 3], covariance: identity }),
    regime: replace(),
    write: samplingBias({ lambda }),
    generations: 2,
    size: 10,
    runs: 2000,
    rng: seeded(92),
    read: {
      third: ({ model }) => model.parameters.covariance[2]![2]!,
      across: ({ model }) => model.parameters.covariance[0]![2]!,
    },
  });
  assertMean(third[2]!, 0.5 * 0.8, "variance");
  assertMean(across[2]!, 0, "covariance");
});

test("lambda 1 changes nothing but rounding, and lambda outside [0, 1] is refused", () => {
  const model = gaussian({ ddof: 1 }).known({ mean: 0, sd: 1 });
  assert.deepEqual(samplingBias({ lambda: 1 })(model, 5, seeded(1), 1), model.sample(5, seeded(1)));
  assert.throws(() => samplingBias({ lambda: 1.2 }), /lambda must lie between 0 and 1, got 1.2/);
  assert.throws(
    () => samplingBias({ lambda: () => -1 })(model, 5, seeded(1), 1),
    /lambda must lie between 0 and 1, got -1/,
  );
});
