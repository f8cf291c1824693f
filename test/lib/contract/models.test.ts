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
import { type BadInput, testBadInput } from "./badInput.ts";
import { near } from "./near.ts";

// biome-ignore lint/suspicious/noExplicitAny: families of every kind of item stand in one list
type AnyFamily = Family<any, object, any>;

interface ModelPromise {
  /** The family under each choice of its options that changes what it computes. */
  families: readonly AnyFamily[];
  /** Items to learn from: numbers, token ids, rows. */
  data: readonly unknown[];
  /** Five kinds of bad input, asked of the first family or of all. */
  bad: BadInput;
}

const [inOneDimension, words] = [gaussian({ ddof: 1 }), unigram({ vocabularySize: 5 })];

const modelPromises = {
  gaussian: {
    families: [gaussian({ ddof: 0 }), gaussian({ ddof: 1 })],
    data: [0.5, -1, 2, 7],
    bad: {
      empty: { refuses: () => inOneDimension.fit([]) },
      nan: { refuses: () => inOneDimension.fit([1, Number.NaN]) },
      negativeCount: { refuses: () => inOneDimension.fit([1, 2]).sample(-1, seeded(1)) },
      mismatchedLength: { cannot: "a batch of numbers has one length" },
      zeroVariance: { gives: () => inOneDimension.fit([2, 2, 2]).parameters.sd },
    },
  },
  unigram: {
    families: [unigram({ vocabularySize: 5 })],
    data: [0, 3, 3, 1],
    bad: {
      empty: { refuses: () => words.fit([]) },
      nan: { refuses: () => words.fit([1, Number.NaN]) },
      negativeCount: { refuses: () => words.fit([1, 2]).sample(-1, seeded(1)) },
      mismatchedLength: { cannot: "a text of token ids has one length" },
      zeroVariance: { gives: () => words.fit([2, 2, 2]).logProb(2) },
    },
  },
} satisfies Record<keyof typeof models, ModelPromise>;

for (const [name, { families, data, bad }] of Object.entries<ModelPromise>(modelPromises)) {
  testBadInput(name, bad);
  for (const family of families) {
    test(`${name}: a family has its registry's name and fits frozen data`, () => {
      const written = family.name.replace(/[ -](\w)/g, (_, letter: string) => letter.toUpperCase());
      assert.equal(written, name); // "multivariate gaussian" is multivariateGaussian
      family.fit(frozen(data));
    });
    test(`${name}: fitting does not keep the data, nor change it`, () => {
      const mine = data.map(copied);
      const model = family.fit(mine);
      assert.deepEqual(mine, data.map(copied));
      const before = model.sample(20, seeded(1));
      for (const [i, item] of mine.entries()) {
        if (ArrayBuffer.isView(item)) (item as Float64Array).fill(0);
        else mine[i] = mine[0];
      }
      assert.deepEqual(model.sample(20, seeded(1)), before);
    });
    test(`${name}: the same data gives the same model, the same stream the same sample, another one another`, () => {
      const model = family.fit(data);
      assert.deepEqual(family.fit(data).parameters, model.parameters);
      assert.deepEqual(model.sample(50, seeded(3)), model.sample(50, seeded(3)));
      assert.notDeepEqual(model.sample(50, seeded(3)), model.sample(50, seeded(4)));
      assert.equal(model.sample(0, seeded(3)).length, 0);
      assert.equal(model.sample(50, seeded(3)).length, 50);
    });
    test(`${name}: filling a batch, where it can, gives what sampling gives and leaves the stream where it was`, () => {
      const model = family.fit(data);
      if (!model.sampleInto) return;
      const [one, other] = [seeded(3), seeded(3)];
      const wanted = model.sample(50, one);
      const batch = model.sample(50, seeded(7));
      assert.equal(model.sampleInto(batch, other), batch);
      assert.deepEqual(batch, wanted);
      assert.equal(other.bits(), one.bits());
    });
    test(`${name}: parameters are frozen and finite`, () => {
      const { parameters } = family.fit(data);
      assert.ok(Object.isFrozen(parameters));
      const numbers = numbersIn(parameters);
      assert.ok(numbers.length > 0 && numbers.every(Number.isFinite));
    });
    test(`${name}: a sample of a model can be fitted again, and every item of it is possible`, () => {
      const model = family.fit(data);
      const sample = model.sample(30, seeded(5));
      family.fit(sample);
      for (let i = 0; i < sample.length; i += 1) {
        const logProb = model.logProb?.(sample[i]);
        assert.ok(logProb === undefined || logProb > -Infinity, `log probability ${logProb}`);
      }
    });
    test(`${name}: empty data and a negative count are refused`, () => {
      assert.throws(
        () => family.fit([]),
        /^RangeError: Cannot fit .*: data must hold at least \d+ \w+, got 0$/,
      );
      assert.throws(
        () => family.fit(data).sample(-1, seeded(1)),
        /count must be an integer of at least 0, got -1/,
      );
    });
  }
}

/** The items as nobody may change them: a row as a frozen array, since a typed array cannot be frozen. */
function frozen(data: readonly unknown[]): readonly unknown[] {
  return Object.freeze(data.map((item) => (isRow(item) ? Object.freeze(Array.from(item)) : item)));
}

/** An item of one's own: a row as a typed array. */
function copied(item: unknown): unknown {
  return isRow(item) ? Float64Array.from(item) : item;
}

function isRow(item: unknown): item is ArrayLike<number> {
  return Array.isArray(item) || ArrayBuffer.isView(item);
}

/** Every number in parameters, however deep. */
function numbersIn(value: unknown): number[] {
  if (typeof value === "number") return [value];
  if (ArrayBuffer.isView(value)) return Array.from(value as Float64Array);
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

test("gaussian: log densities integrate to one, and unigram probabilities sum to one", () => {
  const model: FittedGaussian = gaussian({ ddof: 1 }).known({ mean: 1, sd: 2 });
  let area = 0;
  for (let x = -20; x <= 22; x += 0.01) area += 0.01 * Math.exp(model.logProb(x));
  near(area, 1);
  const text = words.fit([0, 3, 3, 1]);
  near(
    [0, 1, 2, 3, 4].reduce((sum, id) => sum + Math.exp(text.logProb(id)), 0),
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
