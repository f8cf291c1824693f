import assert from "node:assert/strict";
import { test } from "node:test";
import {
  driftedRatio,
  driftingWorld,
  fresh,
  gaussian,
  goldenWeight,
  loop,
  manyLoops,
  mean,
  type Regime,
  seeded,
  standardError,
  unigram,
  weighted,
  weightedError,
} from "../../../lib/index.ts";
import { near } from "../contract/near.ts";
import { assertMean } from "./assertMean.ts";

const family = gaussian({ ddof: 0 });
const truth = family.known({ mean: 0, sd: 1 });
const source = (count: number, rng: ReturnType<typeof seeded>) => truth.sample(count, rng);
/** A Gaussian whose spread is known: the laws of weighting are for the mean. */
const ofMean = {
  ...family,
  fit: (data: ArrayLike<number>) => family.known({ mean: family.fit(data).parameters.mean, sd: 1 }),
  fitWeighted: (data: ArrayLike<number>, weights: ArrayLike<number>) =>
    family.known({ mean: family.fitWeighted(data, weights).parameters.mean, sd: 1 }),
};

for (const [n, m] of [
  [20, 20],
  [10, 40],
  [40, 10],
] as const) {
  test(`weights of ${n} human and ${m} synthetic items: error f(w), least at w* (2000 loops each)`, () => {
    const k = n / m;
    const errors = (weight: number) =>
      manyLoops({
        family: ofMean,
        data: (rng) => source(n, rng),
        regime: weighted({ weight, count: n, source }),
        size: n + m,
        generations: 10,
        runs: 2000,
        rng: seeded(80), // the same numbers for each weight
        read: { error: ({ model }) => n * model.parameters.mean ** 2 },
      }).error[10]!;
    const atBest = errors(goldenWeight(k));
    assertMean(atBest, weightedError(10, { weight: goldenWeight(k), ratio: k }), "w*");
    for (const apart of [-0.25, 0.15]) {
      const others = errors(goldenWeight(k) + apart);
      assertMean(others, weightedError(10, { weight: goldenWeight(k) + apart, ratio: k }), `w* ${apart}`);
      const difference = others.map((error, run) => error - atBest[run]!);
      assert.ok(mean(difference) > 4 * standardError(difference), `w* ${apart} is worse`);
    }
  });
}

test("in a world that moves, the best weight is that of k = (q + σ²/m)/(σ²/n) (1000 worlds each)", () => {
  const [n, m, q] = [100, 100, 0.02];
  const k = driftedRatio({ human: n, synthetic: m, variance: 1, drift: q });
  const errors = (weight: number) => {
    const worlds = Array.from({ length: 1000 }, (_, run) =>
      driftingWorld({ step: Math.sqrt(q), sd: 1 }, seeded(81).split(run)),
    );
    return manyLoops({
      family: ofMean,
      start: truth,
      regime: (run) => weighted({ weight, count: n, source: worlds[run]!.source }),
      size: n + m,
      generations: 12,
      runs: 1000,
      rng: seeded(82),
      read: {
        error: ({ generation, model }, run) =>
          n * (model.parameters.mean - worlds[run]!.centre(generation)) ** 2,
      },
    }).error[12]!;
  };
  near(goldenWeight(k), (Math.sqrt(21) - 3) / 2); // 0.791
  const atBest = errors(goldenWeight(k));
  assertMean(atBest, goldenWeight(k), "w*");
  const golden = errors(goldenWeight(1));
  assertMean(golden, weightedError(12, { weight: goldenWeight(1), ratio: k }), "the weight of a still world");
  const difference = golden.map((error, run) => error - atBest[run]!);
  assert.ok(mean(difference) > 4 * standardError(difference), "the golden ratio is too slow here");
});

test("a world's centre does not depend on what was asked first, and starts at 0", () => {
  const [one, other] = [1, 2].map(() => driftingWorld({ step: 1, sd: 1 }, seeded(5)));
  const late = one!.centre(9);
  assert.equal(other!.centre(0), 0);
  for (let t = 0; t < 9; t += 1) other!.centre(t);
  assert.equal(other!.centre(9), late);
  assert.throws(
    () => driftingWorld({ step: -1, sd: 1 }, seeded(1)),
    /step must be finite and not negative, got -1/,
  );
});

test("the weight n/(n + m) is plain pooling", () => {
  const models = (regime: Regime<Float64Array>) =>
    Array.from(loop({ family, start: truth, regime, size: 40, generations: 5, rng: seeded(83) }), (turn) => [
      turn.model.parameters.mean,
      turn.model.parameters.sd,
    ]);
  const [pooled, naive] = [
    models(fresh({ share: 0.25, source })),
    models(weighted({ weight: 0.25, share: 0.25, source })),
  ];
  for (const [t, [mean, sd]] of pooled.entries()) {
    near(naive[t]![0]!, mean!);
    near(naive[t]![1]!, sd!);
  }
});

test("weights count items: an item of weight 2 stands for two", () => {
  const { mean, sd } = gaussian({ ddof: 1 }).fitWeighted([1, 5, 2], [2, 1, 1]).parameters;
  const { mean: twice, sd: spread } = gaussian({ ddof: 1 }).fit([1, 1, 5, 2]).parameters;
  near(mean, twice);
  near(sd, spread);
});

test("weighted fits and regimes name what they reject", () => {
  const { fitWeighted } = gaussian({ ddof: 1 });
  assert.throws(() => fitWeighted([1, 2], [1]), /weights must hold 2 values as data does, got 1/);
  assert.throws(() => fitWeighted([1, 2], [1, -1]), /weights\[1\] must be finite and not negative, got -1/);
  assert.throws(() => fitWeighted([1, 2], [1, 0]), /weights must have a sum above 1, got 1/);
  assert.throws(() => weighted({ weight: 2, share: 0.5, source }), /weight must lie between 0 and 1, got 2/);
  assert.throws(
    () => weighted({ weight: 0.5, share: 0, source }).weights(1, 4),
    /weight must be 0 where 0 of 4 items are human, got 0.5/,
  );
  const words = unigram({ vocabularySize: 2 });
  const ids = () => Uint32Array.of(0);
  const unable = () =>
    loop({
      family: words,
      data: Uint32Array.of(0, 1),
      regime: weighted({ weight: 0.5, share: 0.5, source: ids }),
      generations: 1,
      rng: seeded(1),
    });
  assert.throws(unable, /TypeError.*family must fit weighted items .* got unigram/);
});
