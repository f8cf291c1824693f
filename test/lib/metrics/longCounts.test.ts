// Sums that are made four at a time: any length, the bits of the plain sum, and a refusal that names the place.
import assert from "node:assert/strict";
import { test } from "node:test";
import { categorical, multinomial, seeded, typesAlive, unigram } from "../../../lib/index.ts";
import { requireCounts } from "../../../lib/require/requireCounts.ts";
import { requireWeights } from "../../../lib/require/requireWeights.ts";

const lengths = [1, 2, 3, 4, 5, 7, 8, 401];

test("counts are added up and counted alike in all kinds of arrays", () => {
  const draw = seeded(1);
  for (const length of lengths) {
    const counts = Uint32Array.from({ length }, (_, i) =>
      i === length - 1 || draw.next() < 0.5 ? 2 ** 31 : 0,
    );
    const plain = Array.from(counts);
    assert.equal(
      requireCounts("add", counts),
      plain.reduce((sum, count) => sum + count, 0),
    );
    const alive = plain.filter((count) => count > 0).length;
    assert.deepEqual(
      [typesAlive(counts), typesAlive(plain), typesAlive(Float32Array.from(counts))],
      [...[alive, alive, alive]],
    );
  }
});

test("weights have the sum of the plain loop, to its bits, and a bad one is named wherever it stands", () => {
  const draw = seeded(2);
  for (const length of lengths) {
    const weights = Float64Array.from({ length }, () => draw.next());
    let sum = 0;
    for (const weight of weights) sum += weight;
    assert.equal(requireWeights("add", weights), sum);
    assert.equal(requireWeights("add", Array.from(weights)), sum);
    for (const bad of [-1, Number.NaN, Infinity])
      for (let at = 0; at < length; at += Math.ceil(length / 9)) {
        const wrong = weights.slice();
        wrong[at] = bad;
        for (const make of [
          (w: Float64Array) => categorical(w),
          (w: Float64Array) => multinomial({ weights: w, trials: 9 }),
        ])
          assert.throws(
            () => make(wrong),
            new RegExp(`\\[${at}\\] must be finite and not negative, got ${bad}`),
          );
      }
    assert.throws(() => requireWeights("add", new Float64Array(length)), /positive sum, got 0/);
  }
  assert.throws(() => requireWeights("add", new Float64Array(9).fill(1e308)), /finite sum, got Infinity/);
});

test("a unigram model refuses an id beyond its vocabulary wherever it stands, and counts any length", () => {
  const { fit } = unigram({ vocabularySize: 3 });
  for (const length of lengths) {
    const text = Uint32Array.from({ length }, (_, i) => i % 3);
    const counts = [0, 1, 2].map((id) => Array.from(text).filter((token) => token === id).length);
    assert.deepEqual(Array.from(fit(text).parameters.counts), counts);
    for (let at = 0; at < length; at += 1) {
      const wrong = text.slice();
      wrong[at] = at % 2 === 0 ? 3 : 2 ** 32 - 1;
      assert.throws(
        () => fit(wrong),
        new RegExp(`data\\[${at}\\] must be an integer from 0 to 2, got ${wrong[at]}`),
      );
    }
  }
});
