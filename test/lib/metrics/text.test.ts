// Metrics of text. Expected values: NLTK, SciPy, NumPy and zlib, printed by test/reference/text.py.
import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import {
  type BleuSmoothing,
  bleu,
  compressionRatio,
  distinctN,
  mattr,
  mean,
  ngramJensenShannon,
  nonWordShare,
  perplexity,
  repetitionRate,
  seeded,
  selfBleu,
  typeTokenRatio,
} from "../../../lib/index.ts";
import { near } from "../contract/near.ts";
import { readReference } from "../reference.ts";

type BleuRow = { n: number } & Record<"none" | "epsilon" | "addOne", number[]>;
interface Reference {
  text: {
    texts: string[][];
    bleu: BleuRow[];
    mattr: Record<string, number>;
    typeTokenRatio: number;
    distinct: { n: number; pooled: number; perSample: number }[];
    jensenShannon: { n: number; bits: number }[];
    repetition: { n: number; window: number | null; value: number }[];
  };
  compression: { text: string; bytes: number; gzip: number }[];
}
const { text: reference, compression } = readReference<Reference>("text");
const texts = Object.freeze(reference.texts.map((words) => Object.freeze(words)));
const long = Object.freeze(texts.flat());

const bleuSmoothings = [
  ["none", "none"],
  ["add-one", "addOne"],
  [{ epsilon: 0.1 }, "epsilon"],
] as const satisfies [BleuSmoothing, keyof BleuRow][];
for (const row of reference.bleu) {
  for (const [smoothing, method] of bleuSmoothings) {
    test(`bleu() and selfBleu() up to ${row.n}-grams with ${method} smoothing give NLTK's values`, () => {
      // NLTK puts 2e-308 in place of no match: for us it is 0, as its own warning says it should be.
      const expected = row[method].map((value) => (value < 1e-50 ? 0 : value));
      for (const [i, candidate] of texts.entries()) {
        const others = texts.filter((_, other) => other !== i);
        near(bleu(candidate, others, { n: row.n, smoothing }), expected[i]!);
      }
      near(selfBleu(texts, { n: row.n, smoothing }), mean(expected));
    });
  }
}

test("bleu() is 1 for a reference, 0 without a common word, and does not see order in unigrams", () => {
  const of = { n: 3, smoothing: "none" } as const;
  assert.equal(bleu(["a", "b", "c"], [["x"], ["a", "b", "c"]], of), 1);
  assert.equal(bleu(["a", "b"], [["c", "d"]], { n: 1, smoothing: { epsilon: 0.1 } }), 0);
  near(bleu(["b", "a"], [["a", "b"]], { n: 1, smoothing: "none" }), 1);
});

test("selfBleu() is the mean of BLEU against all others, whatever the lengths", () => {
  const rng = seeded(11);
  for (let trial = 0; trial < 20; trial += 1) {
    const texts = Array.from({ length: 2 + (trial % 9) }, () =>
      Array.from({ length: 1 + Math.floor(12 * rng.next()) }, () => Math.floor(4 * rng.next())),
    );
    const each = texts.map((text, i) => bleu(text, texts.toSpliced(i, 1), { n: 3, smoothing: "add-one" }));
    near(selfBleu(texts, { n: 3, smoothing: "add-one" }), mean(each));
  }
});

test("selfBleu() is 1 when samples are equal and 0 when they share nothing", () => {
  const same = [1, 2, 3, 4, 5];
  assert.equal(selfBleu([same, same, same], { n: 4, smoothing: "none" }), 1);
  assert.equal(selfBleu([same, [6, 7, 8, 9], [10]], { n: 2, smoothing: "none" }), 0);
});

test("distinctN(), pooled and per sample, gives NLTK's n-grams counted in Python", () => {
  for (const { n, pooled, perSample } of reference.distinct) {
    near(distinctN(texts, { n, pooled: true }), pooled);
    near(
      distinctN(
        texts.filter(({ length }) => length >= n),
        { n, pooled: false },
      ),
      perSample,
    );
  }
});

test("mattr() and typeTokenRatio() give NumPy's values, and agree where the window is the text", () => {
  for (const [window, value] of Object.entries(reference.mattr)) {
    near(mattr(long, { window: Number(window) }), value);
  }
  near(typeTokenRatio(long), reference.typeTokenRatio);
  near(mattr(long, { window: long.length }), typeTokenRatio(long));
});

test("mattr() does not depend on the length of a text, and typeTokenRatio() does", () => {
  const rng = seeded(1);
  const text = Array.from({ length: 20_000 }, () => Math.floor(1000 * rng.next() ** 3));
  const part = text.slice(0, 2000);
  // A window's ratio has s.d. below 0.05; the part holds 20 windows that do not overlap.
  assert.ok(
    Math.abs(mattr(text, { window: 100 }) - mattr(part, { window: 100 })) < (4 * 0.05) / Math.sqrt(20),
  );
  assert.ok(typeTokenRatio(text) < typeTokenRatio(part) / 2);
});

test("repetitionRate() gives Python's count, and 1 − distinct-n without a window", () => {
  for (const { n, window, value } of reference.repetition) {
    near(repetitionRate(long, { n, window: window ?? Infinity }), value);
  }
  near(repetitionRate(long, { n: 2, window: Infinity }), 1 - distinctN([long], { n: 2, pooled: true }));
  assert.equal(repetitionRate([1, 2, 3], { n: 1, window: 2 }), 0);
});

test("ngramJensenShannon() gives SciPy's value squared, in bits", () => {
  const [a, b] = [
    [...texts[0]!, ...texts[1]!],
    [...texts[2]!, ...texts[5]!],
  ];
  for (const { n, bits } of reference.jensenShannon) {
    near(ngramJensenShannon(a, b, { n, base: 2, root: false }), bits);
    near(ngramJensenShannon(b, a, { n, base: 2, root: true }), Math.sqrt(bits));
    assert.equal(ngramJensenShannon(a, a, { n, base: 2, root: false }), 0);
  }
});

test("compressionRatio() is that of this Node's zlib, byte for byte, and of Python's within 1 % or 2 bytes", () => {
  for (const { text, bytes, gzip } of compression) {
    const ours = bytes / compressionRatio(text);
    near(ours, gzipSync(text, { level: 9 }).length);
    assert.ok(Math.abs(ours - gzip) <= Math.max(2, 0.01 * gzip), `${ours} bytes, Python ${gzip}`);
  }
});

test("perplexity() of k equally likely tokens is k, and Infinity if one is impossible", () => {
  near(perplexity(Float64Array.of(-Math.log(7), -Math.log(7))), 7);
  assert.equal(perplexity([0, 0]), 1);
  assert.equal(perplexity([-1, -Infinity]), Infinity);
});

test("nonWordShare() asks a set, or whatever has `has`", () => {
  assert.equal(nonWordShare(["a", "b", "b", "c"], new Set(["b"])), 0.5);
  assert.equal(nonWordShare(["a", "bb"], { has: (word) => word.length > 1 }), 0.5);
});

test("words and their ids give the same numbers", () => {
  const ids = new Map([...new Set(long)].map((word, id) => [word, id]));
  const numbers = long.map((word) => ids.get(word)!);
  near(repetitionRate(numbers, { n: 3, window: 20 }), repetitionRate(long, { n: 3, window: 20 }));
  near(mattr(Uint32Array.from(numbers), { window: 9 }), mattr(long, { window: 9 }));
});

test("metrics of text name the argument they reject", () => {
  const n = 2;
  const [base, root] = [2, false];
  const refused: [() => unknown, RegExp][] = [
    [() => perplexity([]), /RangeError: .*logProbs must hold at least 1 value, got 0/],
    [() => perplexity([-1, Number.NaN]), /logProbs\[1\] must be a number below Infinity, got NaN/],
    [() => distinctN([["a"]], { n, pooled: true }), /samples must hold at least 1 2-gram, got 0/],
    [
      () => distinctN([["a", "b"], ["a"]], { n, pooled: false }),
      /samples\[1\] must hold at least 2 tokens, got 1/,
    ],
    [
      () => distinctN([["a", "b"]], { n } as { n: number; pooled: boolean }),
      /TypeError: .*pooled must be true or false, got undefined/,
    ],
    [() => mattr(["a"], { window: 2 }), /text must hold at least 2 tokens, got 1/],
    [() => mattr(["a"], { window: 0 }), /window must be an integer of at least 1, got 0/],
    [
      () => typeTokenRatio([1, Number.NaN]),
      /TypeError: .*text\[1\] must be a text or a finite number, got NaN/,
    ],
    [() => repetitionRate(["a"], { n: 1, window: -1 }), /window must be an integer of at least 1, got -1/],
    [() => selfBleu([["a"]], { n, smoothing: "none" }), /samples must hold at least 2 texts, got 1/],
    [() => selfBleu([["a"], []], { n, smoothing: "none" }), /samples\[1\] must hold at least 1 token, got 0/],
    [
      () => bleu(["a"], [["a"]], { n } as { n: number; smoothing: BleuSmoothing }),
      /smoothing must be "none", "add-one" or an epsilon above 0 and at most 1, got undefined/,
    ],
    [() => bleu(["a"], [["a"]], { n, smoothing: { epsilon: 0 } }), /got epsilon 0/],
    [() => bleu(["a"], [], { n, smoothing: "none" }), /references must hold at least 1 text, got 0/],
    [() => bleu([], [["a"]], { n, smoothing: "none" }), /candidate must hold at least 1 token, got 0/],
    [() => compressionRatio(""), /text must hold at least 1 character, got 0/],
    [() => compressionRatio(5 as unknown as string), /TypeError: .*text must be a text, got 5/],
    [() => nonWordShare([], new Set()), /words must hold at least 1 word, got 0/],
    [() => nonWordShare(["a"], ["a"] as never), /TypeError: .*lexicon must have a method has\(word\), got a/],
    [() => ngramJensenShannon([1], [1, 2], { n, base, root }), /a must hold at least 2 tokens, got 1/],
    [() => ngramJensenShannon([1, 2], [1, 2], { n, base: 1, root }), /base must be a number above 1, got 1/],
  ];
  for (const [call, message] of refused) {
    assert.throws(call, (error) => {
      assert.match(String(error), message);
      return true;
    });
  }
});
