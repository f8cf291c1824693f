// Loops on sufficient statistics follow the same laws as loops on items; what they refuse, and what pooling promises.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  accumulate,
  accumulatedVariance,
  expectedHeterozygosity,
  expectedLogVariance,
  expectedSquaredDrift,
  expectedTypesAlive,
  expectedVariance,
  gaussian,
  gaussianMoments,
  Moments,
  manyLoops,
  mean,
  replace,
  seeded,
  standardError,
  TokenCounts,
  typesAlive,
  unigramCounts,
  variance,
} from "../../../lib/index.ts";
import { type BadInput, testBadInput } from "../contract/badInput.ts";
import { near } from "../contract/near.ts";
import { assertMean } from "../loops/assertMean.ts";

const data = Object.freeze([3.5, -1, 2, 7, 7, 0.25]);

test("moments are those of the items, and pooling is adding items, in any order and with none", () => {
  const { length, mean: middle, squares } = Moments.of(data);
  assert.equal(length, 6);
  near(middle, mean(data));
  near(squares, 6 * variance(data, { ddof: 0 }));
  for (let cut = 0; cut <= 6; cut += 1) {
    const [first, second] = [Moments.of(data.slice(0, cut)), Moments.of(data.slice(cut))];
    for (const pooled of [first.concat(second), second.concat(first)]) {
      assert.equal(pooled.length, 6);
      near(pooled.mean, middle);
      near(pooled.squares, squares);
    }
  }
  assert.deepEqual(Moments.of([]).concat(Moments.of([])), new Moments(0, 0, 0));
});

test("a fit to moments is the fit to the items, and a far mean costs no digits", () => {
  for (const ddof of [0, 1] as const) {
    const far = data.map((x) => 1e8 + x);
    const pooled = Moments.of(far.slice(0, 2)).concat(Moments.of(far.slice(2)));
    const { sd } = gaussian({ ddof }).fit(data).parameters;
    assert.ok(Math.abs(gaussianMoments({ ddof }).fit(pooled).parameters.sd - sd) < 1e-7);
    near(gaussianMoments({ ddof }).fit(Moments.of(data)).parameters.sd, sd);
    near(gaussianMoments({ ddof }).fit(data).logProb(1), gaussian({ ddof }).fit(data).logProb(1));
  }
});

for (const ddof of [0, 1] as const) {
  test(`replace on moments follows the laws of replace on items, ddof ${ddof} (20 000 loops, M = 10)`, () => {
    const family = gaussianMoments({ ddof });
    const read = manyLoops({
      family,
      start: family.known({ mean: 0, sd: 1 }),
      regime: replace(),
      generations: 8,
      size: 10,
      runs: 20_000,
      rng: seeded(130 + ddof),
      read: {
        variance: ({ model }) => model.parameters.sd ** 2,
        drift: ({ model }) => model.parameters.mean ** 2,
        logVariance: ({ model }) => 2 * Math.log(model.parameters.sd),
      },
    });
    for (const t of [1, 8]) {
      const loop = { size: 10, ddof };
      assertMean(read.variance[t]!, expectedVariance(t, loop), `variance at ${t}`);
      assertMean(read.drift[t]!, expectedSquaredDrift(t, loop), `drift at ${t}`);
      assertMean(read.logVariance[t]!, expectedLogVariance(t, loop), `log variance at ${t}`);
    }
  });
}

test("accumulate on moments follows the product law, for 500 generations in constant memory (2000 loops, M = 10)", () => {
  const family = gaussianMoments({ ddof: 0 });
  const { variance, items } = manyLoops({
    family,
    start: family.known({ mean: 0, sd: 1 }),
    regime: accumulate(),
    generations: 500,
    size: 10,
    runs: 2000,
    rng: seeded(132),
    read: {
      variance: ({ model }) => model.parameters.sd ** 2,
      items: ({ data }) => data?.length ?? 0,
    },
  });
  for (const t of [1, 20, 500])
    assertMean(variance[t]!, accumulatedVariance(t, { size: 10 }), `variance at ${t}`);
  assert.ok(items[500]!.every((count) => count === 5000));
});

test("a unigram loop on counts loses diversity and words as the laws say (400 loops)", () => {
  const counts = Uint32Array.from({ length: 300 }, (_, i) => Math.ceil(300 / (i + 1)));
  const size = counts.reduce((sum, count) => sum + count, 0);
  const { diversity, alive } = manyLoops({
    family: unigramCounts({ vocabularySize: 300 }),
    data: TokenCounts.of(counts),
    regime: replace(),
    generations: 10,
    runs: 400,
    rng: seeded(133),
    read: {
      diversity: ({ model: { parameters } }) =>
        1 - parameters.counts.reduce((sum, count) => sum + (count / size) ** 2, 0),
      alive: ({ model }) => typesAlive(model.parameters.counts),
    },
  });
  const first = diversity[0]![0]!;
  for (const t of [1, 10]) {
    assertMean(
      diversity[t]!,
      expectedHeterozygosity(t, { size, heterozygosity: first }),
      `diversity at ${t}`,
    );
    const law = expectedTypesAlive(counts, t);
    // The law is for an endless text: copies of one word are Poisson, here binomial.
    const room = 4 * standardError(alive[t]!) + 2e-3 * law;
    assert.ok(Math.abs(mean(alive[t]!) - law) <= room, `types at ${t}: ${mean(alive[t]!)}, not ${law}`);
  }
});

test("the same stream gives the same statistics, and pooling counts adds them", () => {
  const model = gaussianMoments({ ddof: 1 }).known({ mean: 1, sd: 2 });
  assert.deepEqual(model.sample(9, seeded(1)), model.sample(9, seeded(1)));
  assert.equal(model.sample(1, seeded(1)).squares, 0);
  assert.deepEqual(model.sample(0, seeded(1)), new Moments(0, 0, 0));
  const words = unigramCounts({ vocabularySize: 3 }).fit([0, 2, 2]);
  assert.deepEqual(words.parameters, { counts: Uint32Array.of(1, 0, 2), total: 3 });
  const text = words.sample(50, seeded(2));
  assert.equal(text.counts[1], 0);
  assert.equal(text.concat(TokenCounts.of([1, 1, 1])).length, 53);
  assert.equal(words.logProb(2), Math.log(2 / 3));
});

const bad: Record<string, BadInput> = {
  gaussianMoments: {
    empty: { refuses: () => gaussianMoments({ ddof: 1 }).fit([]) },
    nan: { refuses: () => gaussianMoments({ ddof: 1 }).fit([1, Number.NaN]) },
    negativeCount: { refuses: () => gaussianMoments({ ddof: 1 }).fit(data).sample(-1, seeded(1)) },
    mismatchedLength: { cannot: "a batch of numbers has one length" },
    zeroVariance: { gives: () => gaussianMoments({ ddof: 1 }).fit([2, 2]).parameters.sd },
  },
  unigramCounts: {
    empty: {
      refuses: () => unigramCounts({ vocabularySize: 2 }).fit(new TokenCounts(new Uint32Array(2), 0)),
    },
    nan: { refuses: () => TokenCounts.of([1, Number.NaN]) },
    negativeCount: { refuses: () => TokenCounts.of([3, -1]) },
    mismatchedLength: { refuses: () => TokenCounts.of([1, 1]).concat(TokenCounts.of([1, 1, 1])) },
    zeroVariance: { gives: () => unigramCounts({ vocabularySize: 2 }).fit([1, 1]).logProb(1) },
  },
};
for (const [name, answers] of Object.entries(bad)) testBadInput(name, answers);
