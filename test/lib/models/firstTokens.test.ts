// The joint law of the first tokens that an n-gram model writes, for every smoothing and decoding, against enumeration: a
// text begins as if after a random place of the training text, so all places, and what follows them, are gone through.
import assert from "node:assert/strict";
import { test } from "node:test";
import * as lib from "../../../lib/index.ts";
import { seeded } from "../../../lib/index.ts";

const text = [0, 0, 1, 2, 0, 3, 4, 0, 3, 5, 0, 3];
const [order, vocabularySize, written] = [3, 6, 4];
const samples = 6_000;

const smoothings = {
  none: lib.unsmoothed(),
  "add-½": lib.addAlpha({ alpha: 0.5 }),
  "Witten–Bell": lib.wittenBell(),
  "Jelinek–Mercer": lib.jelinekMercer({ weights: [0.1, 0.2, 0.3, 0.4] }),
};
const square = (p: ArrayLike<number>) => Float64Array.from(p, (x) => x ** 2);
const decodings: Record<string, lib.Decoding | undefined> = {
  "its own probabilities": undefined,
  "temperature 1": lib.temperature(1),
  "temperature ½": lib.temperature(0.5),
  "top-2": lib.topK(2),
  "nucleus 0.8": lib.nucleus(0.8),
  "a function of one's own": square,
};

/** The greatest count that Poisson's law gives a chance as great as that of 4.5 standard errors in a normal law. */
function mostOf(mean: number): number {
  let [count, term, above] = [0, Math.exp(-mean), -Math.expm1(-mean)];
  while (above > 3.4e-6) {
    count += 1;
    term *= mean / count;
    above -= term;
  }
  return count;
}

/** Probability of each text of `written` tokens, by its digits in base V. */
function enumerated(model: lib.FittedNgram, decode: lib.Decoding | undefined): Float64Array {
  const law = new Float64Array(vocabularySize ** written);
  const follow = (context: number[], p: number, code: number, left: number): void => {
    if (left === 0) {
      law[code]! += p;
      return;
    }
    const next = model.distribution(context.slice(1 - order));
    const decoded = decode ? decode(next) : next;
    const total = decoded.reduce((sum, x) => sum + x, 0);
    for (const [token, x] of decoded.entries()) {
      if (x > 0) follow([...context, token], (p * x) / total, code * vocabularySize + token, left - 1);
    }
  };
  for (let place = 0; place < text.length; place += 1) {
    const before = [text.at(place - 2)!, text.at(place - 1)!]; // around the circle
    follow(before, 1 / text.length, 0, written);
  }
  return law;
}

for (const [smoothingName, smoothing] of Object.entries(smoothings)) {
  for (const [decodingName, decode] of Object.entries(decodings)) {
    test(`smoothing ${smoothingName}, ${decodingName}: the first ${written} tokens have their exact law`, () => {
      const model = lib.ngram({ order, vocabularySize, smoothing, ...(decode && { decode }) }).fit(text);
      const law = enumerated(model, decode);
      const counts = new Uint32Array(law.length);
      const rng = seeded(41);
      for (let i = 0; i < samples; i += 1) {
        counts[model.sample(written, rng).reduce((code, token) => code * vocabularySize + token, 0)]! += 1;
      }
      // The law of each pair of neighbours, and of whole texts where they are not too rare.
      const check = (seen: number, p: number, what: string) => {
        const mean = samples * p;
        const room = 4.5 * Math.sqrt(mean * (1 - p)) + (p > 1 - 1e-12 ? 0 : 1);
        const most = mean < 10 ? mostOf(mean) : mean + room; // counts of what is rare are not normal
        assert.ok(seen >= mean - room && seen <= most, `${what}: ${seen}, not ${mean.toFixed(1)}`);
      };
      for (let at = 0; at + 1 < written; at += 1) {
        for (let pair = 0; pair < vocabularySize ** 2; pair += 1) {
          let [seen, p] = [0, 0];
          const unit = vocabularySize ** (written - 2 - at);
          for (const [code, share] of law.entries()) {
            if (Math.floor(code / unit) % vocabularySize ** 2 !== pair) continue;
            seen += counts[code]!;
            p += share;
          }
          check(seen, p, `pair ${Math.floor(pair / vocabularySize)} ${pair % vocabularySize} at ${at}`);
        }
      }
      for (const [code, p] of law.entries())
        if (samples * p >= 10 || p === 0) check(counts[code]!, p, `text ${code}`);
    });
  }
}

test("an unsmoothed trigram writes 3 after a 0 that it began with in 0.6 of texts", () => {
  const model = lib
    .ngram({ order, vocabularySize, smoothing: lib.unsmoothed(), decode: lib.temperature(1) })
    .fit(text);
  const law = enumerated(model, undefined);
  let [zero, both] = [0, 0];
  for (const [code, p] of law.entries()) {
    const [first, second] = [Math.floor(code / 216), Math.floor(code / 36) % 6];
    if (first === 0) zero += p;
    if (first === 0 && second === 3) both += p;
  }
  assert.ok(Math.abs(both / zero - 0.6) < 1e-12, `${both / zero}`);
});

test("unigram() and unigramCounts() write each token with its share, as counts of a multinomial law", () => {
  const data = [0, 2, 2, 1, 2, 0, 2, 2];
  const shares = [2 / 8, 1 / 8, 5 / 8, 0];
  const [words, counts] = [
    lib.unigram({ vocabularySize: 4 }).fit(data),
    lib.unigramCounts({ vocabularySize: 4 }).fit(data),
  ];
  const n = 40_000;
  const seen = [lib.countsOf(words.sample(n, seeded(42)), 4), counts.sample(n, seeded(42)).counts];
  for (const tally of seen) {
    for (const [token, p] of shares.entries()) {
      assert.ok(
        Math.abs(tally[token]! - n * p) <= 4.5 * Math.sqrt(n * p * (1 - p)),
        `${token}: ${tally[token]}`,
      );
    }
  }
  const few = Float64Array.from(
    { length: 10_000 },
    (_, i) => counts.sample(3, seeded(43).split(i)).counts[2]!,
  );
  const p = 5 / 8;
  assert.ok(Math.abs(lib.variance(few, { ddof: 1 }) - 3 * p * (1 - p)) < 4.5 * 0.7 * Math.sqrt(2 / 10_000));
});
