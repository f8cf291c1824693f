// The promises that every model makes: of the registry of models, and of networks.
import assert from "node:assert/strict";
import { test } from "node:test";
import { seeded } from "../../../lib/index.ts";
import { testBadInput } from "./badInput.ts";
import type { ModelPromise } from "./modelPromises.ts";
import { near } from "./near.ts";

/** Tests of one entry of a registry: `testModel("gaussian", modelPromises.gaussian)`. */
export function testModel(name: string, { families, data, bad }: ModelPromise): void {
  testBadInput(name, bad);
  for (const family of families) {
    const fit = (items: ArrayLike<unknown>) =>
      family.fitDraws ? family.fit(items, seeded(9)) : family.fit(items);
    test(`${name}: a family has its registry's name and fits frozen data`, () => {
      const written = family.name.replace(/[ -](\w)/g, (_, letter: string) => letter.toUpperCase());
      assert.equal(written, name); // "multivariate gaussian" is multivariateGaussian
      fit(frozen(data));
    });
    test(`${name}: fitting does not keep the data, nor change it`, () => {
      const mine = data.map(copied);
      const model = fit(mine);
      assert.deepEqual(mine, data.map(copied));
      const before = model.sample(20, seeded(1));
      for (const [i, item] of mine.entries()) {
        if (ArrayBuffer.isView(item)) (item as Float64Array).fill(0);
        else mine[i] = mine[0];
      }
      assert.deepEqual(model.sample(20, seeded(1)), before);
    });
    test(`${name}: the same data gives the same model, the same stream the same sample, another one another`, () => {
      const model = fit(data);
      assert.deepEqual(fit(data).parameters, model.parameters);
      assert.deepEqual(model.sample(50, seeded(3)), model.sample(50, seeded(3)));
      assert.notDeepEqual(model.sample(50, seeded(3)), model.sample(50, seeded(4)));
      assert.equal(model.sample(0, seeded(3)).length, 0);
      assert.equal(model.sample(50, seeded(3)).length, 50);
    });
    test(`${name}: filling a batch, where it can, gives what sampling gives and leaves the stream where it was`, () => {
      const model = fit(data);
      if (!model.sampleInto) return;
      const [one, other] = [seeded(3), seeded(3)];
      const wanted = model.sample(50, one);
      const batch = model.sample(50, seeded(7));
      assert.equal(model.sampleInto(batch, other), batch);
      assert.deepEqual(batch, wanted);
      assert.equal(other.bits(), one.bits());
    });
    test(`${name}: what draws while it learns needs a stream, and another one may find another model`, () => {
      if (!family.fitDraws) return;
      assert.throws(() => family.fit(data), /^TypeError: Cannot .*: rng must .*, got undefined$/);
    });
    test(`${name}: items that all weigh 1 give the same model, and one of weight 0 is as if it were not there`, () => {
      if (!family.fitWeighted) return;
      const ones = new Float64Array(data.length).fill(1);
      assertAlike(family.fitWeighted(data, ones).parameters, fit(data).parameters);
      const more = family.fitWeighted([...data, data[0]], [...ones, 0]);
      assertAlike(more.parameters, fit(data).parameters);
      const twice = family.fitWeighted(data, ones.with(0, 2));
      assertAlike(twice.parameters, fit([...data, data[0]]).parameters);
      assert.throws(() => family.fitWeighted!(data, [1]), /weights must hold \d+ values as data does, got 1/);
    });
    test(`${name}: parameters are frozen and finite`, () => {
      const { parameters } = fit(data);
      assert.ok(Object.isFrozen(parameters));
      const numbers = numbersIn(parameters);
      assert.ok(numbers.length > 0 && numbers.every(Number.isFinite));
    });
    test(`${name}: a sample of a model can be fitted again, and every item of it is possible`, () => {
      const model = fit(data);
      const sample = model.sample(30, seeded(5));
      fit(sample);
      for (let i = 0; i < sample.length; i += 1) {
        const logProb = model.logProb?.(sample[i]);
        assert.ok(logProb === undefined || logProb > -Infinity, `log probability ${logProb}`);
      }
    });
    test(`${name}: empty data and a negative count are refused`, () => {
      assert.throws(() => fit([]), /^RangeError: Cannot fit .*: data must hold at least \d+ \w+, got 0$/);
      assert.throws(() => fit(data).sample(-1, seeded(1)), /count must be an integer of at least 0, got -1/);
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

/** The same numbers, but for rounding. */
function assertAlike(a: unknown, b: unknown): void {
  const [one, other] = [numbersIn(a), numbersIn(b)];
  assert.equal(one.length, other.length);
  for (const [i, x] of one.entries()) near(x, other[i]!);
}

/** Every number in parameters, however deep. */
function numbersIn(value: unknown): number[] {
  if (typeof value === "number") return [value];
  if (ArrayBuffer.isView(value)) return Array.from(value as Float64Array);
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}
