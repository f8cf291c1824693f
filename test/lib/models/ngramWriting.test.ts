// How n-gram models write: the law of the first tokens, the same bytes by every road, and work in proportion to the text.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  addAlpha,
  type Decoding,
  decodeInTurn,
  greenListWatermark,
  jelinekMercer,
  ngram,
  nucleus,
  type Smoothing,
  seeded,
  temperature,
  topK,
  tournamentWatermark,
  unsmoothed,
  type Watermark,
  wittenBell,
  writeWatermarked,
} from "../../../lib/index.ts";
import { nextToken } from "../../../lib/models/parts/nextToken.ts";

const text = [0, 0, 1, 2, 0, 3, 4, 0, 3, 5, 0, 3];
const [order, vocabularySize] = [3, 6];
const decodings: [name: string, decode: Decoding | undefined][] = [
  ["no decoding", undefined],
  ["temperature 1", temperature(1)],
  ["temperature 0.6", temperature(0.6)],
  ["temperature 1.7", temperature(1.7)],
  ["top-2", topK(2)],
  ["nucleus 0.8", nucleus(0.8)],
  ["temperature 2, then top-3", decodeInTurn(temperature(2), topK(3))],
  ["squares, a function of one's own", (p) => Float64Array.from(p, (x) => x ** 2)],
];
const smoothings: [name: string, smoothing: Smoothing][] = [
  ["unsmoothed", unsmoothed()],
  ["Witten–Bell", wittenBell()],
  ["add 0.3", addAlpha({ alpha: 0.3 })],
];
const texts = 20_000;

for (const [smoothed, smoothing] of smoothings) {
  for (const [decoded, decode] of decodings) {
    test(`the first two tokens of a trigram model, ${smoothed}, ${decoded}: as after a random place (${texts} texts)`, () => {
      const model = ngram({ order, vocabularySize, smoothing, ...(decode && { decode }) }).fit(text);
      const lawAfter = (context: number[]) => {
        const p = model.distribution(context);
        const q = decode ? decode(p) : p;
        const total = q.reduce((sum, value) => sum + value, 0);
        return q.map((value) => value / total);
      };
      const law = new Float64Array(vocabularySize ** 2);
      for (let place = 0; place < text.length; place += 1) {
        const before = [text.at(place - 2)!, text.at(place - 1)!]; // the text is a circle
        for (const [a, p] of lawAfter(before).entries()) {
          for (const [b, q] of lawAfter([before[1]!, a]).entries())
            law[a * vocabularySize + b]! += (p * q) / text.length;
        }
      }
      const rng = seeded(11).split(smoothed).split(decoded);
      const seen = new Float64Array(vocabularySize ** 2);
      for (let i = 0; i < texts; i += 1) {
        const [a, b] = model.sample(2, rng);
        seen[a! * vocabularySize + b!]! += 1 / texts;
      }
      for (const [pair, p] of law.entries()) {
        const room = 4 * Math.sqrt((p * (1 - p)) / texts) + 1e-12; // sums of the law are rounded
        assert.ok(Math.abs(seen[pair]! - p) <= room, `pair ${pair}: ${seen[pair]}, not ${p}`);
      }
    });
  }
}

for (const order of [2, 3, 4, 5]) {
  test(`an n-gram model of order ${order} writes no token that its decoding rules out after what stands before it`, () => {
    const long = Uint32Array.from({ length: 600 }, (_, i) => (i * i * i + (i >> 3)) % 23);
    for (const [, smoothing] of smoothings) {
      for (const decode of [topK(2), nucleus(0.5), temperature(0.01)]) {
        const model = ngram({ order, vocabularySize: 23, smoothing, decode }).fit(long);
        const written = model.sample(1500, seeded(17));
        for (let i = order - 1; i < written.length; i += 1) {
          const law = decode(model.distribution(written.subarray(i - order + 1, i)));
          assert.ok(law[written[i]!]! > 1e-9, `${decode.name}: ${written[i]} at ${i}`);
        }
      }
    }
  });
}

test("after 0, the second token is a 3 in 3 of 5 texts, as in the training text", () => {
  const model = ngram({ order, vocabularySize, smoothing: unsmoothed(), decode: temperature(1) }).fit(text);
  const rng = seeded(12);
  const pairs = Array.from({ length: texts }, () => model.sample(2, rng)).filter(([a]) => a === 0);
  const share = pairs.filter(([, b]) => b === 3).length / pairs.length;
  assert.ok(Math.abs(share - 0.6) <= 4 * Math.sqrt(0.24 / pairs.length), `${share}, not 0.6`);
});

test("a temperature writes the same text whether or not a model may share its weights between contexts", () => {
  const long = ngram({ order: 2, vocabularySize: 60, smoothing: addAlpha({ alpha: 0.2 }) })
    .fit(Uint32Array.from({ length: 400 }, (_, i) => (i * i) % 59))
    .sample(2000, seeded(13));
  for (const [T, order] of [0.05, 0.7, 1, 1.6, 40].flatMap((T) =>
    [1, 2, 3, 4].map((order) => [T, order] as const),
  )) {
    for (const smoothing of [
      unsmoothed(),
      wittenBell(),
      addAlpha({ alpha: 0.1 }),
      jelinekMercer({
        weights: [0.1, 0.2, 0.3, 0.2, 0.2]
          .slice(0, order + 1)
          .map((w, _, all) => w / all.reduce((a, b) => a + b)),
      }),
    ]) {
      const { withCopies } = temperature(T);
      const together: Decoding = Object.assign((p: ArrayLike<number>) => temperature(T)(p), {
        withCopies: withCopies!,
      });
      const byItself: Decoding = (p) => temperature(T)(p);
      const write = (decode: Decoding) =>
        ngram({ order, vocabularySize: 60, smoothing, decode }).fit(long).sample(300, seeded(14));
      assert.deepEqual(write(temperature(T)), write(together), `T = ${T}, order ${order}`);
      // Another order of the tokens, and so another text of the same law; here it only must be written.
      assert.equal(write(byItself).length, 300);
    }
  }
});

test("a text may hold all tokens of the vocabulary after one context, and a temperature still writes", () => {
  const model = ngram({
    order: 2,
    vocabularySize: 3,
    smoothing: addAlpha({ alpha: 1 }),
    decode: temperature(3),
  });
  const written = model.fit([0, 0, 1, 0, 2]).sample(500, seeded(15));
  assert.deepEqual([...new Set(written)].sort(), [0, 1, 2]);
});

test("after a token that the training text does not hold, a temperature writes as after no context", () => {
  const decode = temperature(1.5);
  const model = ngram({ order: 2, vocabularySize: 4, smoothing: addAlpha({ alpha: 2 }), decode }).fit([
    0, 0, 0, 1, 2,
  ]);
  const law = decode(model.distribution([3]));
  const written = model.sample(40_000, seeded(18));
  const after = written.filter((_, i) => written[i - 1] === 3);
  for (const [token, p] of law.entries()) {
    const share = after.filter((next) => next === token).length / after.length;
    assert.ok(
      Math.abs(share - p) <= 4 * Math.sqrt((p * (1 - p)) / after.length),
      `${token}: ${share}, not ${p}`,
    );
  }
});

test("what a model made ready for one text serves the next: texts are the same as of a new model", () => {
  const fit = () =>
    ngram({ order: 2, vocabularySize, smoothing: wittenBell(), decode: temperature(0.8) }).fit(text);
  const model = fit();
  for (const seed of [1, 2, 3])
    assert.deepEqual(model.sample(40, seeded(seed)), fit().sample(40, seeded(seed)));
});

test("of a context the last order − 1 tokens are read, and no others", () => {
  for (const [order, reads] of [
    [1, 0],
    [2, 1],
    [3, 2],
    [5, 4],
  ] as const) {
    const model = ngram({ order, vocabularySize, smoothing: wittenBell() }).fit(text);
    const context = text.slice(0, 8);
    assert.deepEqual(model.distribution([99, -1, ...context]), model.distribution(context));
    assert.equal(model.logProb(3, [99, -1, ...context]), model.logProb(3, context));
    const bad = context.with(8 - Math.max(reads, 1), 99);
    if (reads > 0) {
      assert.throws(
        () => model.distribution(bad),
        new RegExp(`context\\[${8 - reads}\\] must be an integer from 0 to 5, got 99`),
      );
      assert.throws(() => model.logProb(3, bad), /context\[\d\] must be an integer/);
    } else assert.deepEqual(model.distribution(bad), model.distribution([]));
  }
});

/** The array, and how often one of its items was read. */
function counted(tokens: Uint32Array): { tokens: Uint32Array; reads(): number } {
  let reads = 0;
  const seen = new Proxy(tokens, {
    get(target, key) {
      if (typeof key === "string" && /^\d+$/.test(key)) reads += 1;
      return Reflect.get(target, key, target);
    },
  });
  return { tokens: seen, reads: () => reads };
}

for (const [name, watermark] of Object.entries<Watermark>({
  "a green list": greenListWatermark({ key: 1, greenShare: 0.5, bias: 2, contextWidth: 1 }),
  "a tournament": tournamentWatermark({ key: 1, layers: 4, contextWidth: 3 }),
})) {
  test(`writing with ${name} reads as much of what stands before the 300th token as before the 30th`, () => {
    const model = ngram({ order: 3, vocabularySize, smoothing: wittenBell() }).fit(text);
    const reads: number[] = [];
    writeWatermarked({
      watermark: {
        ...watermark,
        reweigh(p, context) {
          const seen = counted(context as Uint32Array);
          const law = watermark.reweigh(p, seen.tokens);
          reads[reads.length - 1]! += seen.reads();
          return law;
        },
      },
      distribution(context) {
        const seen = counted(context);
        const law = model.distribution(seen.tokens);
        reads.push(seen.reads());
        return law;
      },
      prompt: [0, 1, 2],
      length: 300,
      rng: seeded(16),
    });
    assert.equal(reads.length, 300);
    const most = (values: number[]) => Math.max(...values);
    assert.ok(most(reads) > 0);
    assert.equal(most(reads.slice(200)), most(reads.slice(0, 30)));
  });
}

test("what a model says after a context does not go through the text again", () => {
  // Two texts with the same 12 tokens at the end, one ten times as long: the same occurrences, the same work.
  const work = (filler: number) => {
    const long = Uint32Array.from([...new Array(filler).fill(5), ...text]);
    const next = nextToken(long, 2, vocabularySize, wittenBell());
    next.distribution([3]); // what is made once
    let reads = 0;
    const { text: tokens } = next.tree;
    Object.defineProperty(next.tree, "text", {
      value: new Proxy(tokens, {
        get(target, key) {
          reads += 1;
          return Reflect.get(target, key, target);
        },
      }),
    });
    next.distribution([3]);
    return reads;
  };
  const [short, long] = [work(100), work(1000)];
  assert.ok(short > 0);
  assert.equal(long, short);
});
