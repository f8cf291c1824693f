// Known values: scikit-learn 1.9.1 and NumPy 2.4.6 (test/reference/metrics.py), or plain arithmetic.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  brier,
  demographicParityGap,
  equalOpportunityGap,
  expectedCalibrationError,
  minimumGroupShare,
  seeded,
} from "../../../lib/index.ts";
import { readReference } from "../reference.ts";
import { close } from "./close.ts";

const { predictions } = readReference<{
  predictions: { sure: number[]; right: number[]; brier: number; calibration: Record<string, number> };
}>("metrics");
const { sure, right } = predictions;

test("brier() agrees with scikit-learn", () => close(brier(sure, right), predictions.brier));
for (const [bins, expected] of Object.entries(predictions.calibration)) {
  test(`expectedCalibrationError() with ${bins} bins agrees with NumPy, also on the edges of bins`, () => {
    close(expectedCalibrationError(sure, right, { bins: Number(bins) }), expected);
  });
}
test("expectedCalibrationError() is 0 for a forecaster who is right as often as sure, 1 for one always sure and wrong", () => {
  close(expectedCalibrationError([0.75, 0.75, 0.75, 0.75], [true, true, true, false], { bins: 10 }), 0);
  assert.equal(expectedCalibrationError([1, 1], [0, 0], { bins: 3 }), 1);
  assert.equal(expectedCalibrationError([0, 0], [0, 0], { bins: 3 }), 0);
});
test("brier() is least, on average, for the true probability", () => {
  const rng = seeded(1);
  const outcomes = Array.from({ length: 4000 }, () => rng.next() < 0.3);
  const score = (p: number) => brier(new Float64Array(4000).fill(p), outcomes);
  const share = outcomes.filter(Boolean).length / 4000;
  for (const p of [0, share - 0.1, share + 0.1, 1]) assert.ok(score(p) > score(share));
  assert.equal(score(0.5), 0.25);
});

const groups = ["a", "a", "a", "a", "b", "b", "c", "c"];
const truth = [1, 1, 0, 0, 1, 0, 1, 1];
const chosen = [1, 0, 1, 1, 1, 0, 1, 1];
test("fairness gaps by hand: rates ¾, ½, 1; true positive rates ½, 1, 1", () => {
  assert.equal(demographicParityGap(chosen, groups), 0.5);
  assert.equal(equalOpportunityGap(chosen, truth, groups), 0.5);
});
test("parity and opportunity can disagree: a perfect classifier has no opportunity gap, and a parity gap", () => {
  assert.equal(equalOpportunityGap(truth, truth, groups), 0);
  assert.equal(demographicParityGap(truth, groups), 0.5);
});
test("groups are told apart by type and value; truth values and 0/1 are the same", () => {
  assert.equal(demographicParityGap([true, false], [1, "1"]), 1);
  assert.equal(demographicParityGap([true, false], [1, 1]), 0);
});
test("minimumGroupShare() counts the groups that are gone", () => {
  assert.equal(minimumGroupShare(groups, { among: ["a", "b", "c"] }), 0.25);
  assert.equal(minimumGroupShare(groups, { among: ["a", "b", "c", "d"] }), 0);
  assert.equal(minimumGroupShare([1, 2, 1], { among: [1, 2] }), 1 / 3);
});

const refusals: [string, () => unknown, RegExp][] = [
  ["brier", () => brier([1.2], [1]), /probabilities\[0\] must lie between 0 and 1, got 1.2/],
  ["brier", () => brier([0.5], [0.5]), /outcomes\[0\] must be 1 or 0, true or false, got 0.5/],
  ["brier", () => brier([0.5], []), /outcomes must be as long as probabilities \(1\), got 0/],
  [
    "expectedCalibrationError",
    () => expectedCalibrationError([0.5], [1], { bins: 0 }),
    /bins must be an integer of at least 1, got 0/,
  ],
  [
    "demographicParityGap",
    () => demographicParityGap([2], ["a"]),
    /predictions\[0\] must be 1 or 0, .* got 2/,
  ],
  [
    "demographicParityGap",
    () => demographicParityGap([1], [null as unknown as string]),
    /^TypeError: .* groups\[0\] must be a string, a number or a boolean, got null/,
  ],
  [
    "equalOpportunityGap",
    () => equalOpportunityGap([1, 1], [1, 0], ["a", "b"]),
    /truth must be positive at least once in each group, got none in b/,
  ],
  [
    "minimumGroupShare",
    () => minimumGroupShare(["z"], { among: ["a", "b"] }),
    /groups\[0\] must be one of among \(a, b\), got z/,
  ],
  [
    "minimumGroupShare",
    () => minimumGroupShare([], { among: ["a"] }),
    /groups must hold at least 1 group, got 0/,
  ],
];
for (const [name, attempt, message] of refusals) {
  test(`${name}() refuses: ${message.source}`, () => {
    assert.throws(attempt, (error) => message.test(String(error)));
  });
}
