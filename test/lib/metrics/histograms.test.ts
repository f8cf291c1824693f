// Known values: SciPy 1.17.1, scikit-bio 0.7.4 and NumPy 2.4.6 (test/reference/metrics.py), and science.md §5.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  categorical,
  chao1,
  countsOf,
  entropy,
  expectedTailCoverage,
  expectedTypes,
  goodTuringUnseenMass,
  hellinger,
  hillNumber,
  jensenShannon,
  klDivergence,
  mauve,
  mean,
  seeded,
  standardError,
  tailCoverage,
  totalVariation,
  typesAlive,
} from "../../../lib/index.ts";
import { readReference } from "../reference.ts";
import { close, digits } from "./close.ts";

const reference = readReference<{
  histograms: ({ p: number[]; q: number[]; klNats: number | null } & Record<
    | "entropyNats"
    | "entropyBits"
    | "jensenShannonRootNats"
    | "jensenShannonRootBits"
    | "totalVariation"
    | "hellinger",
    number
  >)[];
  richness: { counts: number[]; hill: { order: number; value: number }[] } & Record<
    "chao1Corrected" | "chao1Classic" | "goodTuring" | "inverseDominance",
    number
  >;
  mauve: { p: number[]; q: number[]; c: number; points: number; value: number }[];
  zipf: { types: number; tailCoverage: number };
}>("metrics");

const nats = { base: Math.E };
const bits = { base: 2 };
const P = Object.freeze([0.1, 0.2, 0.7]);
const Q = Object.freeze([0.3, 0.3, 0.4]);

test("P = (.1, .2, .7) and Q = (.3, .3, .4) give the values of the course's notes", () => {
  digits(entropy(P, nats), "0.801819");
  digits(entropy(P, bits), "1.156780");
  digits(klDivergence(P, Q, nats), "0.200777");
  digits(jensenShannon(P, Q, { ...nats, root: false }), "0.0519123");
  digits(jensenShannon(P, Q, { ...bits, root: false }), "0.0748936");
  digits(totalVariation(P, Q), "0.3");
  digits(hellinger(P, Q), "0.229555");
  digits(jensenShannon([1, 0], [0.5, 0.5], { ...bits, root: false }), "0.311278");
  digits(mauve(P, Q, { c: 5, points: 500 }), "0.8786");
  assert.equal(mauve(P, P, { c: 5, points: 500 }), 1);
});

for (const [i, expected] of reference.histograms.entries()) {
  test(`pair ${i} of histograms agrees with SciPy`, () => {
    const { p, q } = expected;
    close(entropy(p, nats), expected.entropyNats);
    close(entropy(p, bits), expected.entropyBits);
    close(klDivergence(p, q, nats), expected.klNats ?? Infinity);
    close(jensenShannon(p, q, { ...nats, root: true }), expected.jensenShannonRootNats);
    close(jensenShannon(p, q, { ...bits, root: true }), expected.jensenShannonRootBits);
    close(jensenShannon(p, q, { ...bits, root: false }), expected.jensenShannonRootBits ** 2);
    close(totalVariation(p, q), expected.totalVariation);
    close(hellinger(p, q), expected.hellinger);
  });
}
test("distances of histograms that share nothing are at their upper bound", () => {
  const [p, q] = [
    [1, 2, 0],
    [0, 0, 5],
  ];
  assert.equal(totalVariation(p, q), 1);
  assert.equal(hellinger(p, q), 1);
  assert.equal(jensenShannon(p, q, { ...bits, root: false }), 1);
  assert.equal(klDivergence(p, q, bits), Infinity);
});
test("a weight at the lower end of the range gives no NaN and no Infinity", () => {
  const tiny = [1, Number.MIN_VALUE];
  assert.equal(jensenShannon(tiny, [1, 0], { ...bits, root: false }), 0);
  assert.equal(totalVariation(tiny, [1, 0]), Number.MIN_VALUE / 2);
  assert.equal(hillNumber(tiny, { order: 1 }), 1);
});
test("Pinsker's and Le Cam's inequalities hold between the distances", () => {
  for (const { p, q, klNats } of reference.histograms) {
    const [tv, h] = [totalVariation(p, q), hellinger(p, q)];
    assert.ok(2 * tv ** 2 <= (klNats ?? Infinity) + 1e-12);
    assert.ok(h ** 2 <= tv + 1e-12 && tv <= h * Math.sqrt(2 - h ** 2) + 1e-12);
  }
});

const { counts } = reference.richness;
test("richness of nine species (22 animals) agrees with scikit-bio and with the course's notes", () => {
  assert.deepEqual(counts, [1, 1, 4, 2, 5, 2, 4, 1, 2]);
  assert.equal(chao1(counts, { biasCorrected: true }), reference.richness.chao1Corrected);
  assert.equal(chao1(counts, { biasCorrected: false }), reference.richness.chao1Classic);
  close(goodTuringUnseenMass(counts), reference.richness.goodTuring);
  digits(hillNumber(counts, { order: 1 }), "7.630199");
  digits(hillNumber(counts, { order: 2 }), "6.722222");
  close(hillNumber(counts, { order: Infinity }), reference.richness.inverseDominance);
});
for (const { order, value } of reference.richness.hill) {
  test(`hillNumber() of order ${order} agrees with scikit-bio`, () =>
    close(hillNumber(counts, { order }), value));
}
test("hillNumber() is the number of types for equal weights, falls with the order and has no gap at 1 and 2", () => {
  for (const order of [0, 0.3, 1, 1 + 1e-12, 2, 50, Infinity]) {
    close(hillNumber([2, 2, 0, 2, 2], { order }), 4);
  }
  const orders = [0, 0.5, 1 - 1e-9, 1, 1 + 1e-9, 2 - 1e-9, 2, 2 + 1e-9, 10, 1e4, Infinity];
  const values = orders.map((order) => hillNumber(counts, { order }));
  for (let i = 1; i < values.length; i += 1) assert.ok(values[i]! <= values[i - 1]! + 1e-12);
  for (const [i, j] of [
    [2, 4],
    [5, 7],
    [9, 10],
  ] as const) {
    assert.ok(Math.abs(values[i]! - values[j]!) < 2e-3);
  }
  close(hillNumber(counts, { order: 1 }), Math.exp(entropy(counts, nats)));
});

for (const { p, q, c, points, value } of reference.mauve) {
  test(`mauve(c = ${c}, ${points} points) agrees with NumPy's trapezoids, and both ways round`, () => {
    close(mauve(p, q, { c, points }), value);
    close(mauve(q, p, { c, points }), value);
  });
}
test("mauve() of histograms that share nothing tends to the area under (λ^c, (1 − λ)^c)", () => {
  // c = 1: ∫ (1 − x) dx
  close(mauve([1, 0], [0, 1], { c: 1, points: 2001 }), 0.5, 1e-6);
});

test("expected types and tail coverage: the formulas, and 200 samples of 300 words within 4 standard errors", () => {
  const probabilities = Array.from({ length: 2000 }, (_, i) => (i + 1) ** -1.1);
  const total = probabilities.reduce((sum, p) => sum + p);
  const below = 1 / 2000;
  close(expectedTypes(probabilities, { size: 300 }), reference.zipf.types, 1e-11);
  close(expectedTailCoverage(probabilities, { size: 300, below }), reference.zipf.tailCoverage, 1e-11);
  assert.ok(total > 1); // weights, not probabilities: they are divided by their sum

  const draw = categorical(probabilities);
  const rng = seeded(5);
  const [types, coverage]: [number[], number[]] = [[], []];
  for (let run = 0; run < 200; run += 1) {
    const sample = countsOf(
      Array.from({ length: 300 }, () => draw(rng)),
      2000,
    );
    types.push(typesAlive(sample));
    coverage.push(tailCoverage(sample, probabilities, { below }));
  }
  for (const [seen, expected] of [
    [types, reference.zipf.types],
    [coverage, reference.zipf.tailCoverage],
  ] as const) {
    assert.ok(Math.abs(mean(seen) - expected) <= 4 * standardError(seen), `${mean(seen)}, not ${expected}`);
  }
});
test("tailCoverage() is 1 when every rare type is seen, 0 when none is", () => {
  assert.equal(tailCoverage([1, 1, 1], [8, 1, 1], { below: 0.2 }), 1);
  assert.equal(tailCoverage([9, 0, 0], [8, 1, 1], { below: 0.2 }), 0);
});

const refusals: [string, () => unknown, RegExp][] = [
  ["klDivergence", () => klDivergence([1], [1], { base: 1 }), /base must be a number above 1, got 1/],
  ["klDivergence", () => klDivergence([1, 1], [1], bits), /q must be as long as p \(2\), got 1/],
  [
    "jensenShannon",
    () => jensenShannon([1], [1], bits as { base: number; root: boolean }),
    /^TypeError: Cannot compute jensenShannon: root must be true or false, got undefined/,
  ],
  ["hellinger", () => hellinger([0], [1]), /p must have a positive.* sum, got 0/],
  ["hillNumber", () => hillNumber([1], { order: -1 }), /order must be at least 0, got -1/],
  ["mauve", () => mauve([1], [1], { c: 0, points: 9 }), /c must be finite and above 0, got 0/],
  ["mauve", () => mauve([1], [1], { c: 5, points: 1 }), /points must be an integer of at least 2, got 1/],
  [
    "tailCoverage",
    () => tailCoverage([1, 1], [1, 1], { below: 0.5 }),
    /below must be above the least probability \(0.5\), got 0.5/,
  ],
  [
    "expectedTailCoverage",
    () => expectedTailCoverage([1, 1], { size: 1, below: 0.5 }),
    /below must be above the least probability/,
  ],
  ["expectedTypes", () => expectedTypes([1], { size: -1 }), /size must be an integer of at least 0, got -1/],
];
for (const [name, attempt, message] of refusals) {
  test(`${name}() refuses: ${message.source}`, () => {
    assert.throws(attempt, (error) => message.test(String(error)));
  });
}
