import assert from "node:assert/strict";
import { test } from "node:test";
import {
  accumulate,
  accumulatedVariance,
  accumulateSubsample,
  expectedVariance,
  gaussian,
  gaussianMoments,
  loop,
  manyLoops,
  mean,
  type Regime,
  replace,
  seeded,
  subsampledVariance,
} from "../../../lib/index.ts";
import { assertMean } from "./assertMean.ts";

const [size, generations, runs] = [50, 60, 1500];
const start = gaussian({ ddof: 0 }).known({ mean: 0, sd: 1 });

/** (μ, σ²) of the last generation, over runs. */
function lastOf(regime: Regime, seed: number) {
  const { drift, variance } = manyLoops({
    family: gaussian({ ddof: 0 }),
    start,
    regime,
    generations,
    size,
    runs,
    rng: seeded(seed),
    read: {
      drift: ({ model }) => size * model.parameters.mean ** 2,
      variance: ({ model }) => model.parameters.sd ** 2,
    },
  });
  return { drift: drift[generations]!, variance: variance[generations]! };
}

test("after 60 generations of 50, subsampling lies between replace and accumulate, each on its law (1500 loops)", () => {
  const replaced = lastOf(replace(), 60);
  const subsampled = lastOf(accumulateSubsample(), 61);
  const accumulated = lastOf(accumulate(), 62);
  const law = {
    replaced: expectedVariance(generations, { size, ddof: 0 }),
    subsampled: subsampledVariance(generations, { size }),
    accumulated: accumulatedVariance(generations, { size }),
  };
  assertMean(replaced.variance, law.replaced, "replace"); // 0.298
  assertMean(subsampled.variance, law.subsampled, "subsample"); // 0.944
  assertMean(accumulated.variance, law.accumulated, "accumulate"); // 0.968
  assertMean(replaced.drift, size * (1 - law.replaced), "replace, drift"); // 35.1
  assertMean(subsampled.drift, size * (1 - law.subsampled), "subsample, drift"); // 2.82
  assertMean(accumulated.drift, size * (1 - law.accumulated), "accumulate, drift"); // 1.59
  assert.ok(mean(replaced.variance) < mean(subsampled.variance));
  assert.ok(mean(subsampled.variance) < mean(accumulated.variance));
});

test("the pool holds the human data and all that was written, and a subsample takes no item twice", () => {
  const human = Float64Array.from({ length: 20 }, (_, i) => i);
  const family = gaussian({ ddof: 1 });
  const turns = loop({
    family,
    data: human,
    regime: accumulateSubsample(),
    generations: 3,
    rng: seeded(3),
    write: (_, count, __, generation) => Float64Array.from({ length: count }, (_, i) => 100 * generation + i),
  });
  const seen = [...turns].map(({ data }) => data!);
  for (const data of seen) {
    assert.equal(new Set(data).size, 20);
    assert.ok(data.every((x) => x % 100 < 20));
  }
  const generationsIn = (data: Float64Array) => new Set(data.map((x) => Math.floor(x / 100)));
  assert.ok(generationsIn(seen[3]!).size >= 3); // 20 of 80 items from 4 generations
});

test("it refuses batches that hold no items", () => {
  const family = gaussianMoments({ ddof: 0 });
  const turns = loop({
    family,
    start: family.known({ mean: 0, sd: 1 }),
    regime: accumulateSubsample(),
    generations: 1,
    size: 5,
    rng: seeded(1),
  });
  assert.throws(() => [...turns], /^TypeError: Cannot subsample: data must hold items, got Moments$/);
});
