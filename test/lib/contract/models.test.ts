// Promises that every model makes. A model of the registry without its entry here does not compile.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  type Family,
  type FittedGaussian,
  gaussian,
  type models,
  seeded,
  unigram,
} from "../../../lib/index.ts";
import { near } from "./near.ts";

interface ModelPromise {
  families: readonly Family<number, object>[];
  data: readonly number[];
}

const modelPromises = {
  gaussian: { families: [gaussian({ ddof: 0 }), gaussian({ ddof: 1 })], data: [0.5, -1, 2, 7] },
  unigram: { families: [unigram({ vocabularySize: 5 })], data: [0, 3, 3, 1] },
} satisfies Record<keyof typeof models, ModelPromise>;

for (const [name, { families, data }] of Object.entries<ModelPromise>(modelPromises)) {
  for (const family of families) {
    test(`${name}: a family has its registry's name and fits frozen data`, () => {
      assert.equal(family.name, name);
      family.fit(Object.freeze([...data]));
    });
    test(`${name}: fitting does not keep the data`, () => {
      const mine = Float64Array.from(data);
      const model = family.fit(mine);
      const before = Array.from(model.sample(20, seeded(1)));
      mine.fill(0);
      assert.deepEqual(Array.from(model.sample(20, seeded(1))), before);
    });
    test(`${name}: the same stream gives the same sample, another one another`, () => {
      const model = family.fit(data);
      assert.deepEqual(model.sample(50, seeded(3)), model.sample(50, seeded(3)));
      assert.notDeepEqual(model.sample(50, seeded(3)), model.sample(50, seeded(4)));
      assert.equal(model.sample(0, seeded(3)).length, 0);
    });
    test(`${name}: filling a batch, where it can, gives what sampling gives and leaves the stream where it was`, () => {
      const model = family.fit(data);
      if (!model.sampleInto) return;
      const [one, other] = [seeded(3), seeded(3)];
      const wanted = model.sample(50, one);
      const batch = Float64Array.from({ length: 50 }, () => 7);
      assert.equal(model.sampleInto(batch, other), batch);
      assert.deepEqual(Array.from(batch), Array.from(wanted));
      assert.equal(other.bits(), one.bits());
    });
    test(`${name}: parameters are frozen and finite`, () => {
      const { parameters } = family.fit(data);
      assert.ok(Object.isFrozen(parameters));
      const numbers = Object.values(parameters).flatMap((p) =>
        typeof p === "number" ? [p] : Array.from(p as readonly number[]),
      );
      assert.ok(numbers.length > 0 && numbers.every(Number.isFinite));
    });
    test(`${name}: a sample of a model can be fitted again, and every item of it is possible`, () => {
      const model = family.fit(data);
      const sample = model.sample(30, seeded(5));
      family.fit(sample);
      for (let i = 0; i < sample.length; i += 1) assert.ok(model.logProb!(sample[i]!) > -Infinity);
    });
    test(`${name}: empty data and a negative count are refused`, () => {
      assert.throws(
        () => family.fit([]),
        /^RangeError: Cannot fit .*: data must hold at least \d \w+, got 0$/,
      );
      assert.throws(
        () => family.fit(data).sample(-1, seeded(1)),
        /count must be an integer of at least 0, got -1/,
      );
    });
  }
}

test("gaussian: log densities integrate to one, and unigram probabilities sum to one", () => {
  const model: FittedGaussian = gaussian({ ddof: 1 }).known({ mean: 1, sd: 2 });
  let area = 0;
  for (let x = -20; x <= 22; x += 0.01) area += 0.01 * Math.exp(model.logProb(x));
  near(area, 1);
  const words = unigram({ vocabularySize: 5 }).fit([0, 3, 3, 1]);
  near(
    [0, 1, 2, 3, 4].reduce((sum, id) => sum + Math.exp(words.logProb(id)), 0),
    1,
  );
});

test("models name the argument they reject", () => {
  assert.throws(() => gaussian({ ddof: 1 }).fit([1]), /data must hold at least 2 values, got 1/);
  assert.throws(
    () => gaussian({ ddof: 1 }).known({ mean: 0, sd: -1 }),
    /sd must be finite and not negative, got -1/,
  );
  assert.throws(
    () => unigram({ vocabularySize: 0 }),
    /vocabularySize must be an integer of at least 1, got 0/,
  );
  assert.throws(
    () => unigram({ vocabularySize: 2 }).fit([0, 2]),
    /data\[1\] must be an integer from 0 to 1, got 2/,
  );
});
