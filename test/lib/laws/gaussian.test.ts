// The exact table of the Gaussian loop. Known values: mpmath 1.4.1 with 40 digits; medians: SciPy 1.17.1.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  accumulatedVariance,
  c4,
  type Ddof,
  expectedLogVariance,
  expectedSd,
  expectedSquaredDrift,
  expectedVariance,
  expectedWasserstein2,
  leadingOrderMedianVariance,
  leadingOrderWasserstein2,
  medianVariance,
  varianceOfLogVariance,
} from "../../../lib/index.ts";
import { reference, relativeError } from "../reference.ts";

const laws = {
  variance: expectedVariance,
  sd: expectedSd,
  drift: expectedSquaredDrift,
  wasserstein2: expectedWasserstein2,
  logVariance: expectedLogVariance,
  varianceOfLog: varianceOfLogVariance,
};
for (const row of reference.gaussianLaws) {
  const { size, generation, ddof } = row;
  test(`the laws at M = ${size}, t = ${generation}, ddof ${ddof} agree with mpmath`, () => {
    for (const [name, law] of Object.entries(laws)) {
      const error = relativeError(law(generation, { size, ddof }), row[name as keyof typeof laws]);
      // W₂² near 0 is a small difference of numbers near 1: there 1e-15 absolute is what doubles can hold.
      const room = name === "wasserstein2" ? 1e-12 + 1e-15 / row[name as keyof typeof laws] : 1e-12;
      assert.ok(
        error < room,
        `${name}: ${law(generation, { size, ddof })}, not ${row[name as keyof typeof laws]}`,
      );
    }
    assert.ok(relativeError(c4(size), row.c4) < 1e-13, `c4: ${c4(size)}`);
  });
}

test("generation 0 is the truth", () => {
  for (const ddof of [0, 1] as const) {
    const loop = { size: 10, ddof };
    assert.equal(expectedVariance(0, loop), 1);
    assert.equal(expectedSd(0, loop), 1);
    assert.equal(expectedSquaredDrift(0, loop), 0);
    assert.equal(expectedWasserstein2(0, loop), 0);
    assert.equal(expectedLogVariance(0, loop), 0);
    assert.equal(varianceOfLogVariance(0, loop), 0);
    assert.equal(medianVariance(0, loop), 1);
  }
});

for (const { size, ddof, median } of reference.medianOneGeneration) {
  test(`medianVariance() is within 0.2 % of the exact median after one generation, M = ${size}, ddof ${ddof}`, () => {
    assert.ok(relativeError(medianVariance(1, { size, ddof }), median) < 2e-3);
  });
}
for (const { size, generation, median } of reference.medianManyGenerations) {
  test(`medianVariance() is within 0.2 % of the exact median at M = ${size}, t = ${generation}`, () => {
    assert.ok(relativeError(medianVariance(generation, { size, ddof: 1 }), median) < 2e-3);
    assert.ok(relativeError(leadingOrderMedianVariance(generation, { size, ddof: 1 }), median) < 0.2);
  });
}

test("leadingOrderWasserstein2() is 3t/2M for a constant size, and the first term of the exact law", () => {
  assert.ok(Math.abs(leadingOrderWasserstein2(new Array(100).fill(100)) - 1.5) < 1e-12);
  const size = 1e5;
  assert.ok(
    relativeError(expectedWasserstein2(3, { size, ddof: 1 }), leadingOrderWasserstein2([size, size, size])) <
      1e-4,
  );
});

test("with ddof 0 drift and remaining variance add up to the true variance", () => {
  const loop = { size: 7, ddof: 0 as Ddof };
  for (const t of [1, 5, 50]) {
    assert.ok(Math.abs(expectedVariance(t, loop) + expectedSquaredDrift(t, loop) - 1) < 1e-15);
  }
});

for (const { size, batches, value } of reference.accumulated) {
  test(`accumulatedVariance(${batches}) at M = ${size} is the product`, () => {
    assert.ok(relativeError(accumulatedVariance(batches, { size }), value) < 1e-13);
  });
}
test("accumulatedVariance() tends to sin(π/√M)/(π/√M)", () => {
  assert.ok(
    relativeError(accumulatedVariance(1e6, { size: 10 }), accumulatedVariance(Infinity, { size: 10 })) < 1e-6,
  );
});

test("the laws name the argument they reject", () => {
  assert.throws(() => c4(1), /Cannot compute c4: size must be an integer of at least 2, got 1/);
  for (const law of [...Object.values(laws), medianVariance, leadingOrderMedianVariance]) {
    assert.throws(
      () => law(-1, { size: 10, ddof: 1 }),
      /generation must be an integer of at least 0, got -1/,
    );
    assert.throws(() => law(1, { size: 1, ddof: 1 }), /size must be an integer of at least 2, got 1/);
    // @ts-expect-error — a divisor must be chosen
    assert.throws(() => law(1, { size: 10 }), /ddof must be 0 .* or 1 .*, got undefined/);
  }
  assert.throws(
    () => leadingOrderWasserstein2([10, 0]),
    /sizes\[1\] must be an integer of at least 1, got 0/,
  );
  assert.throws(() => accumulatedVariance(0.5, { size: 10 }), RangeError);
});
