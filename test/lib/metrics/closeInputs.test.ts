// Metrics of two almost equal inputs against mpmath, where a difference of large terms would be all rounding.
import assert from "node:assert/strict";
import { test } from "node:test";
import { metrics, mmd2 } from "../../../lib/index.ts";
import { readReference, relativeError } from "../reference.ts";

interface Row {
  metric: keyof typeof metrics;
  args: unknown[];
  value: number;
  within: number;
}

for (const { metric, args, value, within } of readReference<{ rows: Row[] }>("metrics-close").rows) {
  test(`${metric}(${JSON.stringify(args).slice(1, -1)}) keeps its digits`, () => {
    const seen = (metrics[metric] as (...args: unknown[]) => number)(...args);
    const error = relativeError(seen, value);
    assert.ok(error <= within, `${seen}, not ${value}: off by ${error}`);
  });
}

test("metrics of equal inputs are exactly 0, whatever the weights add up to", () => {
  const weights = [0.1, 0.7, 0.3, 1e-9];
  assert.equal(metrics.klDivergence(weights, weights, { base: 2 }), 0);
  assert.equal(metrics.jensenShannon(weights, weights, { base: 2, root: true }), 0);
  assert.equal(metrics.hellinger(weights, weights), 0);
  const same = { mean: 0.1, sd: 0.3 };
  assert.equal(metrics.klGaussian(same, same, { base: 2 }), 0);
  assert.equal(metrics.gaussianMmd2(same, same, { lengthScale: 0.7 }), 0);
  assert.equal(mmd2([[0.1]], [[0.1]], { lengthScale: 1, biased: true }), 0);
});
