// The law of vanishing words. Known values: mpmath 1.4.1 with 40 digits.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  expectedTypesAlive,
  extinctionProbability,
  representableMass,
  survival,
  survivorsOfDistinct,
} from "../../../lib/index.ts";
import { reference, relativeError } from "../reference.ts";

const { q, survival: survivals, zipf } = reference.vocabulary;

for (const [t, value] of Object.entries(q)) {
  test(`extinctionProbability(${t}) agrees with mpmath`, () => {
    assert.ok(relativeError(extinctionProbability(Number(t)), value) < 1e-14);
  });
}
for (const { count, generation, value } of survivals) {
  test(`survival(${count}, ${generation}) agrees with mpmath`, () => {
    assert.ok(relativeError(survival(count, generation), value) < 1e-13);
  });
}
for (const [t, value] of Object.entries(zipf.mass)) {
  test(`representableMass() of a Zipf law at generation ${t} agrees with mpmath`, () => {
    const weights = Array.from({ length: zipf.types }, (_, i) => (i + 1) ** -zipf.exponent);
    const total = weights.reduce((sum, w) => sum + w, 0);
    const p = Object.freeze(weights.map((w) => w / total));
    assert.ok(relativeError(representableMass(p, Number(t), { size: zipf.size }), value) < 1e-12);
  });
}

test("expectedTypesAlive() sums survival over the words", () => {
  const counts = Object.freeze([1, 1, 4, 0, 30]);
  for (const t of [0, 1, 8]) {
    const sum = counts.reduce((all, count) => all + survival(count, t), 0);
    assert.ok(Math.abs(expectedTypesAlive(counts, t) - sum) < 1e-13);
  }
});

test("survivorsOfDistinct() is N(1 − q_t), about 2N/t late", () => {
  assert.ok(relativeError(survivorsOfDistinct(1000, 30), 1000 * (1 - q[30]!)) < 1e-12);
  assert.ok(relativeError(survivorsOfDistinct(1000, 100_000), 2000 / 100_000) < 1e-3);
});

test("the vocabulary laws name the argument they reject", () => {
  assert.throws(() => extinctionProbability(-1), /generation must be an integer of at least 0, got -1/);
  assert.throws(() => survival(1.5, 1), /count must be an integer of at least 0, got 1.5/);
  assert.throws(() => expectedTypesAlive([1, -2], 1), /counts\[1\] must be an integer of at least 0, got -2/);
  assert.throws(() => representableMass([0.5], 1, { size: 1 }), /probabilities must sum to 1, got 0.5/);
  assert.throws(
    () => representableMass([1], 0, { size: 1 }),
    /generation must be an integer of at least 1, got 0/,
  );
  assert.throws(() => survivorsOfDistinct(0, 1), /size must be an integer of at least 1, got 0/);
});
