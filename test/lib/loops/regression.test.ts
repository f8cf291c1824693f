// Loops of least squares: the same design labelled anew in every generation, or new rows each time.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  accumulate,
  fillNormal,
  linearRegression,
  linearRegressionSums,
  loop,
  manyLoops,
  type Regime,
  type Rng,
  regressionErrorUnderAccumulate,
  regressionErrorUnderReplace,
  replace,
  seeded,
} from "../../../lib/index.ts";
import { assertMean } from "./assertMean.ts";

const [features, rows, generations, runs] = [5, 50, 10, 400];
const options = { intercept: false, noiseVariance: 1 } as const;
const truth = { weights: new Float64Array(features), intercept: 0, noiseVariance: 1 };
const theory = { rows, features, noiseVariance: 1 };

function normalRows(count: number, rng: Rng): Float64Array[] {
  return Array.from({ length: count }, () => fillNormal(new Float64Array(features), 0, 1, rng));
}

/** Squared error of the weights in each generation, over runs that have a design each. */
function errorsOf(regime: () => Regime): Float64Array[] {
  const errors = Array.from({ length: generations + 1 }, () => new Float64Array(runs));
  for (let run = 0; run < runs; run += 1) {
    const rng = seeded(140).split(run);
    const family = linearRegressionSums({ ...options, design: normalRows(rows, rng.split("design")) });
    const turns = loop({
      family,
      start: family.known(truth),
      regime: regime(),
      size: rows,
      generations,
      rng,
    });
    for (const { generation, model } of turns)
      errors[generation]![run] = model.parameters.weights.reduce((sum, w) => sum + w * w, 0);
  }
  return errors;
}

test("replace on one design: error n σ²d/(T − d − 1) (400 loops, d = 5, T = 50)", () => {
  const errors = errorsOf(replace);
  for (const n of [0, 1, 4, 10])
    assertMean(errors[n]!, regressionErrorUnderReplace(n, theory), `error at ${n}`);
});

test("accumulate on one design: error Σ 1/i² σ²d/(T − d − 1), in constant memory (400 loops)", () => {
  const errors = errorsOf(accumulate);
  for (const n of [1, 2, 4, 10])
    assertMean(errors[n]!, regressionErrorUnderAccumulate(n, theory), `error at ${n}`);
});

test("with new rows each time replace is the same (300 loops)", () => {
  const family = linearRegressionSums({ ...options, design: normalRows });
  const { error } = manyLoops({
    family,
    start: family.known(truth),
    regime: replace(),
    size: rows,
    generations,
    runs: 300,
    rng: seeded(141),
    read: { error: ({ model }) => model.parameters.weights.reduce((sum, w) => sum + w * w, 0) },
  });
  assertMean(error[generations]!, regressionErrorUnderReplace(generations, theory), "replace");
});

test("sums give the same loop as rows, up to rounding", () => {
  const design = normalRows(20, seeded(142));
  const [onRows, onSums] = [
    linearRegression({ ...options, design }),
    linearRegressionSums({ ...options, design }),
  ];
  const common = { size: 20, generations: 4, rng: seeded(143) };
  const weights = Array.from(
    loop({ ...common, family: onRows, start: onRows.known(truth), regime: accumulate() }),
    ({ model }) => model.parameters.weights[0]!,
  );
  const again = Array.from(
    loop({ ...common, rng: seeded(143), family: onSums, start: onSums.known(truth), regime: accumulate() }),
    ({ model }) => model.parameters.weights[0]!,
  );
  for (const [t, weight] of weights.entries()) assert.ok(Math.abs(weight - again[t]!) < 1e-12);
  const two = linearRegressionSums({ ...options, design: [[1, 2]] }).known({ ...truth, weights: [1, 1] });
  assert.throws(
    () =>
      onSums
        .known(truth)
        .sample(3, seeded(1))
        .concat(two.sample(1, seeded(1))),
    /other must hold sums of d = 5, got 2/,
  );
  assert.equal(two.sample(0, seeded(1)).length, 0);
});
