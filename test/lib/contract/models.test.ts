// Promises that every model makes, over the entries of modelPromises.ts.
import assert from "node:assert/strict";
import { test } from "node:test";
import { type FittedGaussian, gaussian, unigram } from "../../../lib/index.ts";
import { modelPromises } from "./modelPromises.ts";
import { near } from "./near.ts";
import { testModel } from "./testModel.ts";

for (const [name, promise] of Object.entries(modelPromises)) testModel(name, promise);

test("gaussian: log densities integrate to one, and unigram probabilities sum to one", () => {
  const model: FittedGaussian = gaussian({ ddof: 1 }).known({ mean: 1, sd: 2 });
  let area = 0;
  for (let x = -20; x <= 22; x += 0.01) area += 0.01 * Math.exp(model.logProb(x));
  near(area, 1);
  const text = unigram({ vocabularySize: 5 }).fit([0, 3, 3, 1]);
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
