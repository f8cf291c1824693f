import assert from "node:assert/strict";
import { test } from "node:test";
import {
  diversityKept,
  effectiveSizeRatio,
  fresh,
  gaussian,
  gaussianMoments,
  loop,
  manyLoops,
  resample,
  seeded,
  unigram,
} from "../../../lib/index.ts";
import { assertMean } from "./assertMean.ts";

const truth = gaussianMoments({ ddof: 0 }).known({ mean: 0, sd: 1 });

for (const [fromHumans, fromModels] of [
  [20, 20],
  [20, 180],
] as const) {
  test(`${fromHumans} new human items and ${fromModels} synthetic: n_r · MSE tends to 1/(2 − α) (4000 loops)`, () => {
    // The law takes every item to have variance 1, so this family knows it.
    const family = gaussianMoments({ ddof: 0 });
    const { error } = manyLoops({
      family: {
        ...family,
        fit: (data: ArrayLike<number>) => family.known({ mean: family.fit(data).parameters.mean, sd: 1 }),
      },
      start: truth,
      regime: fresh({ count: fromHumans, source: (count, rng) => truth.sample(count, rng) }),
      size: fromHumans + fromModels,
      generations: 60,
      runs: 4000,
      rng: seeded(72),
      read: { error: ({ model }) => fromHumans * model.parameters.mean ** 2 },
    });
    assertMean(error[60]!, 1 / effectiveSizeRatio(fromHumans / (fromHumans + fromModels)), "n_r · MSE");
  });
}

for (const [chance, generations] of [
  [0.005, 250],
  [0.01, 200],
  [0.05, 60],
  [0.3, 20],
] as const) {
  test(`each of 100 items human with chance ${chance}: diversity settles at H*/H₀ of migration (200 loops)`, () => {
    const [size, types] = [100, 20];
    const world = Uint32Array.from({ length: types }, (_, token) => token);
    const source = (count: number, rng: ReturnType<typeof seeded>) => resample(world, count, rng);
    const { diversity } = manyLoops({
      family: unigram({ vocabularySize: types }),
      data: (rng) => source(size, rng),
      regime: fresh({ chance, source }),
      generations,
      runs: 200,
      rng: seeded(74),
      read: {
        diversity: ({ generation, model: { parameters } }) =>
          generation < generations
            ? 0
            : (1 - parameters.counts.reduce((sum, count) => sum + (count / size) ** 2, 0)) / (1 - 1 / types),
      },
    });
    assertMean(diversity[generations]!, diversityKept({ size, freshShare: chance }), "diversity");
  });
}

test("a share, a count and a size may follow a schedule, and the source is told the generation", () => {
  const family = gaussian({ ddof: 1 });
  const asked: number[][] = [];
  const turns = loop({
    family,
    start: family.known({ mean: 0, sd: 1 }),
    regime: fresh({
      share: (generation) => generation / 4,
      source(count, _, generation) {
        asked.push([generation, count]);
        return new Float64Array(count);
      },
    }),
    size: (generation) => 4 * generation,
    generations: 3,
    rng: seeded(1),
  });
  assert.deepEqual(
    Array.from(turns, ({ data }) => data?.length ?? 0),
    [0, 4, 8, 12],
  );
  assert.deepEqual(asked, [
    [1, 1],
    [2, 4],
    [3, 9],
  ]);
});

test("fresh names what it rejects", () => {
  const source = (count: number) => new Float64Array(count);
  assert.throws(() => fresh({ source }), /one of share, count and chance must be given, got none/);
  assert.throws(() => fresh({ share: 0.5, count: 3, source }), /must be given, got share and count/);
  assert.throws(() => fresh({ count: -3, source }), /count must be an integer of at least 0, got -3/);
  assert.throws(() => fresh({ chance: 1.5, source }), /chance must lie between 0 and 1, got 1.5/);
  const family = gaussian({ ddof: 1 });
  const first = (regime: ReturnType<typeof fresh<Float64Array>>, size: number | (() => number) = 4) =>
    Array.from(
      loop({
        family,
        start: family.known({ mean: 0, sd: 1 }),
        regime,
        size,
        generations: 1,
        rng: seeded(1),
      }),
    );
  assert.throws(() => first(fresh({ count: 5, source })), /count must be at most size = 4, got 5/);
  assert.throws(
    () => first(fresh({ share: () => Number.NaN, source })),
    /share must lie between 0 and 1, got NaN/,
  );
  assert.throws(
    () => first(fresh({ share: 0, source }), () => 2.5),
    /Cannot make generation 1: size\(1\) must be an integer of at least 1, got 2.5/,
  );
});
