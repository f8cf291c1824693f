// Loops against the exact laws: estimates from seeded runs, within 4 of their own standard errors.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  accumulate,
  accumulatedVariance,
  type Ddof,
  expectedLogVariance,
  expectedSd,
  expectedSquaredDrift,
  expectedTypesAlive,
  expectedVariance,
  expectedWasserstein2,
  fixedShare,
  fresh,
  gaussian,
  gaussianWasserstein2,
  manyLoops,
  mean,
  median,
  medianStandardError,
  medianVariance,
  replace,
  resample,
  seeded,
  standardError,
  typesAlive,
  unigram,
  variance,
  varianceOfLogVariance,
} from "../../../lib/index.ts";
import { assertMean } from "./assertMean.ts";

for (const ddof of [0, 1] as const satisfies Ddof[]) {
  test(`a Gaussian replace loop follows every law of the table, ddof ${ddof} (4000 loops, M = 20)`, () => {
    const family = gaussian({ ddof });
    const truth = { mean: 0, sd: 1 };
    const [generations, size] = [12, 20];
    const read = manyLoops({
      family,
      start: family.known(truth),
      regime: replace(),
      generations,
      size,
      runs: 4000,
      rng: seeded(40 + ddof),
      read: {
        variance: ({ model }) => model.parameters.sd ** 2,
        sd: ({ model }) => model.parameters.sd,
        drift: ({ model }) => model.parameters.mean ** 2,
        wasserstein2: ({ model }) => gaussianWasserstein2(model.parameters, truth),
        logVariance: ({ model }) => 2 * Math.log(model.parameters.sd),
      },
    });
    for (const t of [1, 5, generations]) {
      const loop = { size, ddof };
      assertMean(read.variance[t]!, expectedVariance(t, loop), `variance at ${t}`);
      assertMean(read.sd[t]!, expectedSd(t, loop), `sd at ${t}`);
      assertMean(read.drift[t]!, expectedSquaredDrift(t, loop), `drift at ${t}`);
      assertMean(read.wasserstein2[t]!, expectedWasserstein2(t, loop), `W2 at ${t}`);
      assertMean(read.logVariance[t]!, expectedLogVariance(t, loop), `log variance at ${t}`);
      const middle = median(read.variance[t]!);
      const room = 4 * medianStandardError(read.variance[t]!) + 0.002; // 0.2 %: the law is approximate
      assert.ok(Math.abs(middle - medianVariance(t, loop)) < room, `median variance at ${t}: ${middle}`);
    }
  });
}

test("a Gaussian accumulate loop keeps its variance as the product law says (4000 loops, M = 10)", () => {
  const family = gaussian({ ddof: 0 });
  const { variance } = manyLoops({
    family,
    start: family.known({ mean: 0, sd: 1 }),
    regime: accumulate(),
    generations: 20,
    size: 10,
    runs: 4000,
    rng: seeded(50),
    read: { variance: ({ model }) => model.parameters.sd ** 2 },
  });
  for (const t of [1, 5, 20])
    assertMean(variance[t]!, accumulatedVariance(t, { size: 10 }), `variance at ${t}`);
});

test("a loop that starts from human data is one batch further than its generation", () => {
  const family = gaussian({ ddof: 0 });
  const { variance } = manyLoops({
    family,
    data: (rng) => family.known({ mean: 0, sd: 1 }).sample(10, rng),
    regime: accumulate(),
    generations: 4,
    runs: 4000,
    rng: seeded(51),
    read: { variance: ({ model }) => model.parameters.sd ** 2 },
  });
  for (const t of [0, 4])
    assertMean(variance[t]!, accumulatedVariance(t + 1, { size: 10 }), `variance at ${t}`);
});

test("fresh human data keeps diversity at (1 − 1/N)(1 − a)/(1 − a(1 − 1/N)), a = (1 − m)² (300 loops, N = 100)", () => {
  // A word of k equally frequent ones; H is the chance that two words drawn from the model differ.
  const [size, share, types] = [100, 0.05, 20];
  const human = Uint32Array.from({ length: types }, (_, i) => i);
  const source = (count: number, rng: ReturnType<typeof seeded>) => resample(human, count, rng);
  const { diversity } = manyLoops({
    family: unigram({ vocabularySize: types }),
    data: (rng) => source(size, rng),
    regime: fresh({ share, source }),
    generations: 60,
    runs: 300,
    rng: seeded(52),
    read: {
      diversity: ({ model: { parameters } }) => {
        let same = 0;
        for (const count of parameters.counts) same += (count / parameters.total) ** 2;
        return (1 - same) / (1 - 1 / types);
      },
    },
  });
  // The law is for a random number of fresh words per generation (each with probability m); here it is exactly mN, so
  // fresh pairs coincide a little less often: the exact fixed point of G' = same-pair probability is solved instead.
  const [m, s] = [share * size, (1 - share) * size];
  const pairs = (k: number) => (k * (k - 1)) / size ** 2;
  // G = 1/N + pairs(m)/types + 2ms/N² · 1/types + pairs(s) · G, with G the chance that two words of the text agree
  const fixed = (1 / size + (pairs(m) + (2 * m * s) / size ** 2) / types) / (1 - pairs(s));
  assertMean(diversity[60]!, (1 - fixed) / (1 - 1 / types), "diversity");
});

test("a fixed share keeps the same human items in every generation, and no others", () => {
  const data = Float64Array.from({ length: 50 }, (_, i) => i);
  const family = gaussian({ ddof: 1 });
  const turns = manyLoops({
    family,
    data,
    regime: fixedShare({ share: 0.2 }),
    generations: 3,
    runs: 2,
    rng: seeded(1),
    read: {
      kept: ({ data }) => data!.filter((x, i) => i < 10 && x === i).length,
      size: ({ data }) => data!.length,
    },
  });
  assert.deepEqual(turns.kept.slice(1), [
    Float64Array.of(10, 10),
    Float64Array.of(10, 10),
    Float64Array.of(10, 10),
  ]);
  assert.deepEqual(turns.size[3], Float64Array.of(50, 50));
});

test("rare words vanish as the vocabulary law says (40 loops, Zipf text of 20 000 words)", () => {
  const counts = Uint32Array.from({ length: 4000 }, (_, i) => Math.ceil(2000 / (i + 1)));
  const text = Uint32Array.from(Array.from(counts).flatMap((count, id) => new Array(count).fill(id)));
  const { alive } = manyLoops({
    family: unigram({ vocabularySize: counts.length }),
    data: text,
    regime: replace(),
    generations: 10,
    runs: 40,
    rng: seeded(53),
    read: { alive: ({ model }) => typesAlive(model.parameters.counts) },
  });
  for (const t of [0, 1, 5, 10]) {
    const law = expectedTypesAlive(counts, t);
    // The law is for an endless text: copies of one word are Poisson, here binomial. That moves it by less than 1e-3.
    const room = 4 * standardError(alive[t]!) + 1e-3 * law;
    assert.ok(Math.abs(mean(alive[t]!) - law) <= room, `types at ${t}: ${mean(alive[t]!)}, not ${law}`);
  }
});

test("the variance of log variance over chains is t ψ′ (within 4 standard errors of a variance, M = 20, t = 5)", () => {
  const family = gaussian({ ddof: 1 });
  const runs = 4000;
  const { log } = manyLoops({
    family,
    start: family.known({ mean: 0, sd: 1 }),
    regime: replace(),
    generations: 5,
    size: 20,
    runs,
    rng: seeded(54),
    read: { log: ({ model }) => 2 * Math.log(model.parameters.sd) },
  });
  const law = varianceOfLogVariance(5, { size: 20, ddof: 1 });
  const measured = variance(log[5]!, { ddof: 1 });
  const centre = mean(log[5]!);
  const fourth = mean(log[5]!.map((x) => (x - centre) ** 4));
  const error = Math.sqrt((fourth - measured ** 2) / runs);
  assert.ok(Math.abs(measured - law) < 4 * error, `${measured} ± ${error}, not ${law}`);
});
