// Finite numbers whose sums or differences are not: the result is a double, so it must come out.
import assert from "node:assert/strict";
import { test } from "node:test";
import { mean, median, medianStandardError, quantile, variance } from "../../../lib/index.ts";

test("mean() does not overflow", () => {
  assert.equal(mean([1e308, 1e308]), 1e308);
  assert.equal(mean([-1.7e308, -1.7e308, -1.7e308]), -1.7e308);
  assert.equal(mean([1.7e308, 1.7e308, -1.7e308, -1.7e308]), 0);
});

test("mean() does not lose small values between large ones of both signs", () => {
  assert.equal(mean([1e16, 1, -1e16]), 1 / 3);
  assert.equal(mean([1, 1e100, 1, -1e100]), 0.5);
  assert.equal(mean([1e-8, 1e8, -1e8, 1e-8]), 5e-9);
});

test("the mean of equal values is that value, and their variance 0", () => {
  for (const value of [0.1, 1 / 3, 49.7, -1e-300, 5e-324, 1.7976931348623157e308]) {
    for (const count of [3, 10, 49, 1000]) {
      const data = new Float64Array(count).fill(value);
      assert.equal(mean(data), value, `${count} times ${value}`);
      assert.equal(variance(data, { ddof: 0 }), 0);
    }
  }
});

test("quantile(), median() and medianStandardError() do not overflow between two values far apart", () => {
  assert.equal(quantile([-1.7e308, 1.7e308], 0.5), 0);
  assert.equal(median([1.7e308, -1.7e308]), 0);
  assert.equal(quantile([-1.5e308, 1.5e308], 0.75), 0.75e308);
  assert.equal(quantile([-1.7e308, 1.7e308], 1), 1.7e308);
  const spread = medianStandardError([-1.6e308, -1.6e308, 0, 1.6e308, 1.6e308]);
  assert.ok(Math.abs(spread / 1.6e308 - 1) < 1e-12, `${spread}`); // half the way between places 0.88 and 3.12
});
