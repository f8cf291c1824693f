import assert from "node:assert/strict";
import { test } from "node:test";
import {
  addAlpha,
  addAlphaProbability,
  characters,
  type Decoding,
  decodeInTurn,
  jelinekMercer,
  manyLoops,
  mean,
  ngram,
  nucleus,
  perplexity,
  type Rng,
  replace,
  type Smoothing,
  seeded,
  standardError,
  temperature,
  topK,
  unigram,
  unsmoothed,
  vocabulary,
  wittenBell,
} from "../../../lib/index.ts";
import { near } from "../contract/near.ts";
import { readReference } from "../reference.ts";

type Name = "unsmoothed" | "addAlpha" | "wittenBell" | "jelinekMercer";

/** What test/reference/text.py prints of NLTK's trigram models, fitted to the circular text. */
interface Reference {
  ngram: {
    tokens: number[];
    vocabularySize: number;
    contexts: (Record<Name, number[]> & { context: number[]; seen: boolean })[];
  };
}
const { tokens, vocabularySize, contexts } = readReference<Reference>("text").ngram;

const smoothings: Record<Name, Smoothing> = {
  unsmoothed: unsmoothed(),
  addAlpha: addAlpha({ alpha: 0.5 }),
  wittenBell: wittenBell(),
  jelinekMercer: jelinekMercer({ weights: [0.1, 0.2, 0.3, 0.4] }),
};
const trigram = (name: Name, decode?: Decoding) =>
  ngram({ order: 3, vocabularySize, smoothing: smoothings[name], ...(decode && { decode }) }).fit(tokens);

for (const name of Object.keys(smoothings) as Name[]) {
  test(`a trigram model with ${name} gives NLTK's probability to every token after every context`, () => {
    const model = trigram(name);
    for (const { context, seen, ...expected } of contexts) {
      // NLTK's unsmoothed model gives 0 to everything after a context it never saw; ours looks at a shorter one.
      if (name === "unsmoothed" && !seen) continue;
      const distribution = model.distribution(context);
      for (const [token, p] of expected[name].entries()) {
        near(distribution[token]!, p);
        near(Math.exp(model.logProb(token, context)), p);
      }
    }
  });

  test(`a trigram model with ${name} is a distribution after any context, however long`, () => {
    const model = trigram(name);
    for (const { context } of contexts) {
      near(
        model.distribution(context).reduce((sum, p) => sum + p, 0),
        1,
      );
      assert.deepEqual(
        model.distribution([3, 1, ...context]),
        model.distribution([3, 1, ...context].slice(-2)),
      );
    }
  });

  test(`logProbs with ${name} are those of each token after the ones before it`, () => {
    const model = trigram(name);
    const text = [0, 3, 1, 1, 4, 0, 2];
    const logs = model.logProbs(text);
    for (const [i, token] of text.entries()) {
      near(Math.exp(logs[i]!), Math.exp(model.logProb(token, text.slice(0, i))));
    }
  });
}

test("after a context never seen, an unsmoothed model looks at the longest end of it that was", () => {
  const model = ngram({ order: 3, vocabularySize: 4, smoothing: unsmoothed() }).fit([0, 1, 0, 2]);
  assert.deepEqual(model.distribution([2, 1]), model.distribution([1]));
  assert.deepEqual(model.distribution([3]), model.distribution([]));
});

const decodings: Record<string, Decoding | undefined> = {
  "no decoding": undefined,
  "temperature 0.7": temperature(0.7),
  "top-3": topK(3),
  "temperature 1.5, then nucleus 0.8": decodeInTurn(temperature(1.5), nucleus(0.8)),
  "a function of one's own": (p) => Float64Array.from(p, (x) => x ** 2), // need not sum to 1
};

for (const name of Object.keys(smoothings) as Name[]) {
  for (const [how, decode] of Object.entries(decodings)) {
    test(`what a trigram model with ${name} writes with ${how} has the frequencies it should (40 000 tokens)`, () => {
      const model = trigram(name, decode);
      const written = model.sample(40_000, seeded(11));
      const after = new Map<string, Uint32Array>();
      for (let i = 2; i < written.length; i += 1) {
        const context = `${written[i - 2]} ${written[i - 1]}`;
        if (!after.has(context)) after.set(context, new Uint32Array(vocabularySize));
        after.get(context)![written[i]!]! += 1;
      }
      let [statistic, freedom] = [0, 0];
      for (const [context, counts] of after) {
        const plain = model.distribution(context.split(" ").map(Number));
        const decoded = decode ? decode(plain) : plain;
        const mass = decoded.reduce((sum, p) => sum + p, 0);
        const n = counts.reduce((sum, count) => sum + count, 0);
        if (n < 100) continue;
        let cells = 0;
        for (const [token, p] of decoded.entries()) {
          const expected = (n * p) / mass;
          if (p === 0) assert.equal(counts[token], 0, `token ${token} after ${context}`);
          if (expected < 5) continue;
          statistic += (counts[token]! - expected) ** 2 / expected;
          cells += 1;
        }
        freedom += Math.max(0, cells - 1);
      }
      // χ² has mean `freedom` and variance 2 · freedom; leaving out rare cells moves the mean by less than one per context.
      assert.ok(statistic < freedom + after.size + 4 * Math.sqrt(2 * freedom), `χ² ${statistic}, ${freedom}`);
    });
  }
}

test("a decoding that knows copies draws from the same probabilities as one that does not", () => {
  const smoothing = jelinekMercer({ weights: [0.2, 0.5, 0.3] });
  const text = seeded(3);
  const data = Array.from({ length: 300 }, () => Math.floor(text.next() ** 3 * 40));
  const [withCopies, one] = [decodeInTurn(temperature(1.3), topK(25)), temperature(1.3)];
  const without: Decoding = (p) => topK(25)(one(p));
  const texts = [withCopies, without].map((decode) =>
    ngram({ order: 2, vocabularySize: 40, smoothing, decode }).fit(data).sample(60_000, seeded(5)),
  );
  const [a, b] = texts.map((ids) => {
    const counts = new Float64Array(40);
    for (const id of ids) counts[id]! += 1;
    return counts;
  });
  // Words of one text are not independent: 5 σ of the binomial, 40 words.
  for (let id = 0; id < 40; id += 1) {
    assert.ok(Math.abs(a![id]! - b![id]!) <= 5 * Math.sqrt(a![id]! + b![id]! + 1), `word ${id}`);
  }
});

test("an n-gram model of order 1 without smoothing is a unigram model", () => {
  const [a, b] = [
    ngram({ order: 1, vocabularySize: 5, smoothing: unsmoothed() }).fit([0, 3, 3, 1]),
    unigram({ vocabularySize: 5 }).fit([0, 3, 3, 1]),
  ];
  for (let id = 0; id < 5; id += 1) near(Math.exp(a.logProb(id)), Math.exp(b.logProb(id)));
  assert.deepEqual(a.parameters.counts, b.parameters.counts);
});

test("an n-gram model learns from a text shorter than its order", () => {
  const model = ngram({ order: 5, vocabularySize: 3, smoothing: unsmoothed() }).fit([2, 0]);
  assert.deepEqual(model.sample(4, seeded(1)).toSorted(), Uint32Array.of(0, 0, 2, 2));
  assert.equal(model.logProb(2, [2, 0, 2, 0]), 0);
});

test("an unsmoothed character model of high order writes its training text", () => {
  const text = characters("call me ishmael. some years ago");
  const { encode, decode, size } = vocabulary(text);
  const model = ngram({ order: 6, vocabularySize: size, smoothing: unsmoothed() }).fit(encode(text));
  const twice = decode(model.sample(2 * text.length, seeded(1))).join("");
  assert.ok(twice.includes("call me ishmael. some years ago"), twice);
  near(perplexity(model.logProbs(encode(text)).subarray(5)), 1);
});

test("an add-α loop goes to the uniform distribution as u + (p₀ − u)(N/(N + αV))^t (600 loops)", () => {
  const [size, alpha] = [60, 0.5];
  const family = ngram({ order: 1, vocabularySize: 4, smoothing: addAlpha({ alpha }) });
  const data = Uint32Array.from({ length: size }, (_, i) => (i < 45 ? 0 : i < 55 ? 1 : 2));
  const start = family.fit(data).distribution([]);
  const read = Object.fromEntries(
    [0, 1, 2, 3].map((token) => [
      token,
      ({ model }: { model: { logProb?(item: number): number } }) => Math.exp(model.logProb!(token)),
    ]),
  );
  const runs = manyLoops({
    family,
    data,
    regime: replace(),
    generations: 30,
    size,
    runs: 600,
    rng: seeded(60),
    read,
  });
  for (const t of [1, 10, 30]) {
    for (const token of [0, 1, 2, 3]) {
      const law = addAlphaProbability(t, { probability: start[token]!, tokens: size, types: 4, alpha });
      const values = runs[token]![t]!;
      assert.ok(Math.abs(mean(values) - law) < 4 * standardError(values), `token ${token} at ${t}`);
    }
  }
});

test("a loop without smoothing keeps each word's frequency on average, and loses words (500 loops)", () => {
  const family = ngram({ order: 2, vocabularySize: 6, smoothing: unsmoothed() });
  const text = seeded(9);
  const data = Uint32Array.from({ length: 80 }, () => Math.floor(6 * text.next() ** 2));
  const read = {
    share: ({ model }: { model: { parameters: { counts: Uint32Array; total: number } } }) =>
      model.parameters.counts[0]! / model.parameters.total,
  };
  const { share } = manyLoops({
    family,
    data,
    regime: replace(),
    generations: 5,
    runs: 500,
    rng: seeded(61),
    read,
  });
  assert.ok(Math.abs(mean(share[5]!) - share[0]![0]!) < 4 * standardError(share[5]!));
});

test("what the caller does to data or parameters later does not reach the text a model writes", () => {
  const data = Uint32Array.of(0, 1, 2, 1, 0, 2);
  const model = ngram({ order: 2, vocabularySize: 3, smoothing: wittenBell() }).fit(data);
  const before = model.sample(50, seeded(2));
  data.fill(0);
  model.parameters.counts.fill(9);
  assert.deepEqual(model.sample(50, seeded(2)), before);
});

test("an n-gram family names the argument it rejects", () => {
  const smoothing = unsmoothed();
  const refused: [() => unknown, RegExp][] = [
    [
      () => ngram({ order: 0, vocabularySize: 2, smoothing }),
      /order must be an integer of at least 1, got 0/,
    ],
    [() => ngram({ order: 2, vocabularySize: 0, smoothing }), /vocabularySize must .*, got 0/],
    [
      () => ngram({ order: 2, vocabularySize: 2, smoothing: undefined as unknown as Smoothing }),
      /TypeError: .*smoothing must be one such as unsmoothed\(\), got undefined/,
    ],
    [
      () => ngram({ order: 3, vocabularySize: 2, smoothing: jelinekMercer({ weights: [0.5, 0.5] }) }),
      /weights must hold 4 values for order 3, got 2/,
    ],
    [() => jelinekMercer({ weights: [0.5, 0.4] }), /weights must sum to 1, got 0.9/],
    [() => jelinekMercer({ weights: [] }), /weights must sum to 1, got 0/],
    [() => jelinekMercer({ weights: [1.5, -0.5] }), /weights\[1\] must be finite and not negative, got -0.5/],
    [() => addAlpha({ alpha: 0 }), /alpha must be finite and above 0, got 0/],
    [() => addAlpha({ alpha: Number.NaN }), /alpha must be finite and above 0, got NaN/],
    [() => trigram("unsmoothed").logProb(6), /token\[0\] must be an integer from 0 to 5, got 6/],
    [() => trigram("unsmoothed").logProbs([0, -1]), /text\[1\] must be an integer from 0 to 5, got -1/],
    [() => trigram("unsmoothed").distribution([0.5]), /context\[0\] must be an integer from 0 to 5, got 0.5/],
    [
      () => trigram("unsmoothed", () => new Float64Array(2)).sample(1, seeded(1)),
      /decode must give 6 values, got 2/,
    ],
    [
      () => trigram("unsmoothed", (p) => Float64Array.from(p, () => Number.NaN)).sample(1, seeded(1)),
      /decode must give finite values that are not negative, got NaN/,
    ],
    [
      () => trigram("unsmoothed", (p) => Float64Array.from(p, () => 0)).sample(1, seeded(1)),
      /decode must give a value above 0, got 0/,
    ],
  ];
  for (const [call, message] of refused) {
    assert.throws(call, (error) => {
      assert.match(String(error), message);
      return true;
    });
  }
});

test("a stream that is no generator of ours gives the same law: only bits and next are asked for", () => {
  const inner = seeded(4);
  const foreign: Rng = {
    seed: 4,
    path: [],
    next: () => inner.next(),
    bits: () => inner.bits(),
    split: (label) => inner.split(label),
  };
  const model = trigram("wittenBell");
  assert.deepEqual(model.sample(200, foreign), model.sample(200, seeded(4)));
});
