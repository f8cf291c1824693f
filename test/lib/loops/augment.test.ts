import assert from "node:assert/strict";
import { test } from "node:test";
import {
  augment,
  fixedRealError,
  fixedShare,
  gaussian,
  gaussianMoments,
  heterozygosityWithFixedData,
  loop,
  Moments,
  manyLoops,
  type Regime,
  seeded,
  TokenCounts,
  typesAlive,
  unigramCounts,
} from "../../../lib/index.ts";
import { assertMean } from "./assertMean.ts";

const n = 40;
const truth = gaussian({ ddof: 1 }).known({ mean: 0, sd: 1 });

for (const ratio of [0.5, 1, 3]) {
  test(`n human items kept and ${ratio} n synthetic ones: n · MSE of the mean tends to 1 + λ/(1 + 2λ) (4000 loops)`, () => {
    // The law is for synthetic items of variance 1 in every generation, so this family knows the variance.
    const family = { ...gaussianMoments({ ddof: 0 }), fit: knownSpread };
    const { error } = manyLoops({
      family,
      data: (rng) => Moments.of(truth.sample(n, rng)),
      regime: augment(),
      size: ratio * n,
      generations: 40,
      runs: 4000,
      rng: seeded(70),
      read: { error: ({ model }) => n * model.parameters.mean ** 2 },
    });
    for (const t of [1, 40])
      assertMean(error[t]!, fixedRealError(t, { syntheticPerReal: ratio }), `n · MSE at ${t}`);
  });
}

function knownSpread(data: ArrayLike<number>) {
  const { mean } = gaussianMoments({ ddof: 0 }).fit(data).parameters;
  return gaussianMoments({ ddof: 0 }).known({ mean, sd: 1 });
}

test("augment is fixedShare with a larger size", () => {
  const family = gaussian({ ddof: 1 });
  const data = truth.sample(n, seeded(1));
  const sds = (regime: Regime, size: number) =>
    Array.from(
      loop({ family, data, regime, size, generations: 4, rng: seeded(2) }),
      ({ model }) => model.parameters.sd,
    );
  assert.deepEqual(sds(augment(), 10), sds(fixedShare({ share: 0.8 }), 50));
});

test("a fixed human set holds diversity at that set's own, fresh data at the world's (2000 loops)", () => {
  const family = unigramCounts({ vocabularySize: 4 });
  const world = family.fit(TokenCounts.of([4, 3, 2, 1]));
  const [realSize, syntheticSize] = [20, 30];
  const { diversity, types } = manyLoops({
    family,
    data: (rng) => world.sample(realSize, rng),
    regime: augment(),
    size: syntheticSize,
    generations: 30,
    runs: 2000,
    rng: seeded(71),
    read: {
      diversity: ({ model: { parameters } }) =>
        1 - parameters.counts.reduce((sum, count) => sum + (count / parameters.total) ** 2, 0),
      types: ({ model, data }) => typesAlive(model.parameters.counts) - typesAlive(data!.counts),
    },
  });
  for (const t of [0, 1, 30])
    assertMean(
      diversity[t]!,
      heterozygosityWithFixedData(t, { realSize, syntheticSize, heterozygosity: 0.7 }),
      `diversity at ${t}`,
    );
  assert.ok(types[30]!.every((difference) => difference === 0));
});

test("augment needs human data", () => {
  const turns = loop({
    family: gaussian({ ddof: 1 }),
    start: truth,
    regime: augment(),
    size: 4,
    generations: 1,
    rng: seeded(1),
  });
  assert.throws(() => [...turns], /data must hold at least 1 item/);
});
