// Known values: scikit-learn's LogisticRegression with C = 1 / penalty (test/reference/classicalModels.py).
import assert from "node:assert/strict";
import { test } from "node:test";
import { logisticRegression, loop, mean, replace, seeded, standardError } from "../../../lib/index.ts";
import { readReference } from "../reference.ts";

const { x, y, itemWeights, fits } = readReference<{
  logistic: {
    x: number[][];
    y: number[];
    itemWeights: number[];
    fits: {
      intercept: boolean;
      penalty: number;
      weighted: boolean;
      weights: number[];
      free: number;
      probabilities: number[];
    }[];
  };
}>("classicalModels").logistic;
const rows = x.map((point, i) => [...point, y[i]!]);
const options = { penalty: 0, intercept: true, design: x, labels: "sampled" } as const;

function assertClose(actual: number, expected: number, tolerance: number): void {
  assert.ok(
    Math.abs(actual - expected) < tolerance * Math.max(1, Math.abs(expected)),
    `${actual}, not ${expected}`,
  );
}

for (const { intercept, penalty, weighted, ...expected } of fits) {
  test(`logisticRegression() is scikit-learn's; penalty ${penalty}, intercept ${intercept}, weighted ${weighted}`, () => {
    const family = logisticRegression({ ...options, penalty, intercept });
    const model = weighted ? family.fitWeighted(rows, itemWeights) : family.fit(rows);
    for (const [j, w] of expected.weights.entries()) assertClose(model.parameters.weights[j]!, w, 1e-9);
    assertClose(model.parameters.intercept, expected.free, 1e-9);
    for (const [i, p] of Array.from(model.predict(x.slice(0, 5))).entries())
      assertClose(p, expected.probabilities[i]!, 1e-9);
  });
}

test("logisticRegression(): at the best weights the slope is 0", () => {
  const { weights, intercept } = logisticRegression({ ...options, penalty: 2 }).fit(rows).parameters;
  for (const j of [0, 1]) {
    let slope = 2 * weights[j]!;
    for (const [i, point] of x.entries()) {
      const eta = intercept + weights[0]! * point[0]! + weights[1]! * point[1]!;
      slope += (1 / (1 + Math.exp(-eta)) - y[i]!) * point[j]!;
    }
    assert.ok(Math.abs(slope) < 1e-10);
  }
});

test("logisticRegression() samples labels with their probabilities, or writes the likelier one", () => {
  const truth = { weights: [1, -2], intercept: 0.5 };
  const design = [[0, 0], [1, 1], [2, 0.2], [-1, 0.1]]; // biome-ignore format: rows
  const drawn = logisticRegression({ ...options, design }).known(truth);
  const labels = drawn.sample(40_000, seeded(90)).map((row) => row[2]!);
  for (const [i, p] of Array.from(drawn.predict(design)).entries()) {
    const own = labels.filter((_, at) => at % 4 === i);
    assert.ok(Math.abs(mean(own) - p) < 4 * standardError(own));
    assertClose(drawn.logProb([...design[i]!, 1]), Math.log(p), 1e-12);
    assertClose(drawn.logProb([...design[i]!, 0]), Math.log1p(-p), 1e-12);
  }
  const decided = logisticRegression({ ...options, design, labels: "argmax" }).known(truth);
  assert.deepEqual(
    decided.sample(4, seeded(1)).map((row) => row[2]),
    [1, 0, 1, 0],
  );
  assert.equal(decided.logProb([0, 0, 1]), 0);
  assert.equal(decided.logProb([0, 0, 0]), -Infinity);
});

test("logisticRegression() of argmax labels writes what its logProb says is sure, at even odds too", () => {
  const design = [[-1], [0], [1e-300], [2]];
  const decided = logisticRegression({ ...options, design, labels: "argmax" });
  for (const weight of [1, -1, 0]) {
    const model = decided.known({ weights: [weight], intercept: 0 });
    for (const [point, label] of model.sample(design.length, seeded(1)) as unknown as [number, number][]) {
      assert.equal(model.logProb([point, label]), 0, `${label} at ${point}, weight ${weight}`);
      assert.equal(model.logProb([point, 1 - label]), -Infinity);
    }
  }
});

test("logisticRegression() goes through a loop on one design", () => {
  const family = logisticRegression({ ...options, penalty: 0.5 });
  const data = family.fit(rows).sample(40, seeded(1));
  const turns = [...loop({ family, data, regime: replace(), generations: 4, rng: seeded(2) })];
  assert.ok(turns.every(({ model }) => model.parameters.weights.every(Number.isFinite)));
});

test("logisticRegression() refuses labels that a plane separates, wholly or but for points on it", () => {
  const family = logisticRegression(options);
  const wholly = [[0, 0, 0], [1, 1, 0], [2, 0, 1], [3, 1, 1]]; // biome-ignore format: rows
  const inPart = [[0, 0, 0], [1, 1, 0], [1, 1, 1], [2, 0, 1]]; // biome-ignore format: rows
  for (const data of [wholly, inPart])
    assert.throws(
      () => family.fit(data),
      /data must hold labels that no plane separates .*, got separable data with penalty 0/,
    );
  for (const data of [wholly, inPart])
    assert.ok(
      logisticRegression({ ...options, penalty: 0.01 })
        .fit(data)
        .parameters.weights.every(Number.isFinite),
    );
});

test("logisticRegression() stands far-out points and steep weights", () => {
  const far = [[1e4, 0], [-1e4, 1], [1e4, 1], [-1e4, 0], [3e4, 1]]; // biome-ignore format: rows
  const { weights, intercept } = logisticRegression({ ...options, design: [[0]], penalty: 1e-9 }).fit(
    far,
  ).parameters;
  assert.ok(Number.isFinite(weights[0]) && Number.isFinite(intercept));
  const near = [[0, 0], [1, 1], [2, 0], [3, 1]]; // biome-ignore format: rows
  const slope = (shift: number) =>
    logisticRegression({ ...options, design: [[0]] }).fit(near.map(([a, b]) => [a! + shift, b!])).parameters
      .weights[0]!;
  assertClose(slope(1e8), slope(0), 1e-12);
  const steep = logisticRegression({ ...options, design: [[0]] }).known({ weights: [1e6], intercept: 0 });
  assert.equal(steep.logProb([1, 0]), -1e6);
  assert.equal(steep.logProb([1, 1]), 0);
});

test("logisticRegression() names the argument it rejects", () => {
  const family = logisticRegression({ ...options, design: [[0]] });
  assert.throws(
    () => logisticRegression({ ...options, penalty: -1 }),
    /penalty must be finite and not negative, got -1/,
  );
  assert.throws(
    () => logisticRegression({ ...options, labels: "best" as never }),
    /labels must be "sampled" or "argmax", got best/,
  );
  assert.throws(() => family.fit([[1, 0], [2, 2]]), /data\[1\]\[1\] must be a label 0 or 1, got 2/); // biome-ignore format: rows
  assert.throws(() => family.fit([[1, 0], [2, 0]]), /data must hold both labels, 0 and 1, got only 0/); // biome-ignore format: rows
  assert.throws(() => family.fit([[1], [2]]), /data must hold rows \[x…, y\], got a row of 1/);
  assert.throws(() => family.fit([[1, 2, 0], [2, 4, 1], [3, 6, 0]]), /data must hold \d linearly independent columns/); // biome-ignore format: rows
  assert.throws(
    () => family.known({ weights: [1], intercept: 0 }).logProb([1, 0.5]),
    /row\[1\] must be a label 0 or 1, got 0.5/,
  );
});
