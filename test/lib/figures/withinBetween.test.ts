import assert from "node:assert/strict";
import { test } from "node:test";
import { withinBetween } from "../../../lib/figures/withinBetween.ts";

test("the parts are stacked: the upper edge is their sum, and so is the law's", () => {
  const { data } = withinBetween({
    within: [1, 0.75],
    between: [0, 0.5],
    law: { within: [1, 0.8], between: [0, 0.4] },
    y: "variance",
  });
  assert.deepEqual((data as { values: object[] }).values[1], {
    generation: 1,
    ground: 0,
    within: 0.75,
    total: 1.25,
    withinLaw: 0.8,
    totalLaw: 1.2,
  });
});

test("the sentence gives both parts and the share between", () => {
  const { description } = withinBetween({ within: [1, 0.75], between: [0, 0.5], y: "variance" });
  assert.equal(
    description,
    "In generation 1, 0.75 lies within chains and 0.5 between them, 40 % of the whole.",
  );
});

test("it names the argument it rejects", () => {
  assert.throws(
    () => withinBetween({ within: [1], between: [0], y: "v" }),
    /Cannot draw within and between: within must hold at least 2 values, got 1/,
  );
  assert.throws(
    () => withinBetween({ within: [1, 1], between: [0, Number.NaN], y: "v" }),
    /between\[1\] must be finite, got NaN/,
  );
  assert.throws(
    () => withinBetween({ within: [1, 1], between: [0, 0, 0], y: "v" }),
    /between must be as long as within \(2\), got 3/,
  );
  assert.throws(
    () => withinBetween({ within: [1, 1], between: [0, 0], law: { within: [1], between: [0, 0] }, y: "v" }),
    /law must hold 2 values, one per generation, got 1/,
  );
});
