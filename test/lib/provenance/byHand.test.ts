// Counts and borders of the provenance tools, on inputs small enough to count by hand.
import assert from "node:assert/strict";
import { test } from "node:test";
import * as lib from "../../../lib/index.ts";
import { seeded } from "../../../lib/index.ts";

const uniform = (size: number) => new Float64Array(size).fill(1 / size);
const tokens = [1, 2, 1, 3, 1, 2, 1, 4];

// Pairs of 1 with context: 12 21 13 31 12 21 14; triples: 121 213 131 312 121 214; single tokens: 1 2 3 4
for (const [contextWidth, once, each] of [
  [0, 4, 8],
  [1, 5, 7],
  [2, 5, 6],
  [3, 5, 5],
  [7, 1, 1],
] as const) {
  test(`detect() with a context of ${contextWidth} scores ${once} different places and ${each} in all`, () => {
    for (const watermark of [
      lib.greenListWatermark({ key: 9, greenShare: 0.25, bias: 2, contextWidth }),
      lib.tournamentWatermark({ key: 9, layers: 3, contextWidth }),
    ]) {
      assert.equal(watermark.detect(tokens, { repeats: "once" }).scored, once);
      assert.equal(watermark.detect(tokens, { repeats: "each" }).scored, each);
    }
    const watermark = lib.greenListWatermark({ key: 9, greenShare: 0.25, bias: 2, contextWidth });
    assert.throws(() => watermark.detect(tokens.slice(0, contextWidth), { repeats: "once" }), RangeError);
  });
}

/** Is a token green after a context? As the writer has it: it weighs green tokens up. */
function isGreen(watermark: lib.Watermark, context: number[], token: number): boolean {
  const law = watermark.reweigh(uniform(8), context);
  return law[token]! === Math.max(...law) && law[token]! > 1 / 8;
}

for (const contextWidth of [0, 1, 2]) {
  test(`detect() counts as green what reweigh() weighs up, after the same ${contextWidth} tokens`, () => {
    for (const key of [1, 2, 3, 4, 5, 6, 7, 8]) {
      const watermark = lib.greenListWatermark({ key, greenShare: 0.25, bias: 3, contextWidth });
      const text = Array.from({ length: 40 }, (_, i) => (i * i + key) % 8);
      const seen = new Set<string>();
      let [green, all] = [0, 0];
      for (let end = contextWidth; end < text.length; end += 1) {
        const hit = isGreen(watermark, text.slice(0, end), text[end]!) ? 1 : 0;
        all += hit;
        const name = text.slice(end - contextWidth, end + 1).join();
        if (!seen.has(name)) green += hit;
        seen.add(name);
      }
      for (const [repeats, count, scored] of [
        ["once", green, seen.size],
        ["each", all, text.length - contextWidth],
      ] as const) {
        const found = watermark.detect(text, { repeats });
        assert.equal(found.scored, scored);
        assert.ok(Math.abs(found.mean - count / scored) < 1e-12, `${repeats}: ${found.mean}`);
        const z = (count - scored / 4) / Math.sqrt((scored * 3) / 16);
        assert.ok(Math.abs(found.z - z) < 1e-12 * Math.max(1, Math.abs(z)));
        assert.equal(found.pValue, lib.watermarkPValue(found.z));
      }
    }
  });
}

test("a green list weighs green tokens by e^bias against red ones", () => {
  const watermark = lib.greenListWatermark({ key: 3, greenShare: 0.5, bias: 2, contextWidth: 1 });
  for (let context = 0; context < 20; context += 1) {
    const p = Float64Array.of(0.4, 0.3, 0.2, 0.1);
    const law = watermark.reweigh(p, [context]);
    const ratios = law.map((x, i) => x / p[i]!);
    const [most, least] = [Math.max(...ratios), Math.min(...ratios)];
    assert.ok(Math.abs(law.reduce((sum, x) => sum + x, 0) - 1) < 1e-12);
    assert.ok(most - least < 1e-12 || Math.abs(most / least - Math.exp(2)) < 1e-9, `${ratios}`);
  }
});

test("a tournament's layers are the bits of one hash, from the lowest: mean is their share of 1s", () => {
  // With one layer a token with bit 1 weighs 2 − e, one with bit 0 weighs 1 − e; e is the share of 1s.
  const [one, two] = [1, 2].map((layers) => lib.tournamentWatermark({ key: 5, layers, contextWidth: 1 }));
  const bitsOf = (watermark: lib.Watermark, context: number, token: number, layers: number) =>
    watermark.detect([context, token], { repeats: "each" }).mean * layers;
  let ones = 0;
  for (let context = 0; context < 12; context += 1) {
    const law = one!.reweigh(uniform(6), [context]);
    const first = Array.from({ length: 6 }, (_, token) => bitsOf(one!, context, token, 1));
    const share = first.reduce((sum, bit) => sum + bit, 0) / 6;
    const both = Array.from({ length: 6 }, (_, token) => bitsOf(two!, context, token, 2));
    const afterTwo = two!.reweigh(uniform(6), [context]);
    let expected = 0;
    const second = both.map((sum, token) => sum - first[token]!);
    for (const [token, bit] of second.entries()) expected += law[token]! * bit;
    for (const [token, bit] of first.entries()) {
      ones += bit;
      assert.ok(Math.abs(law[token]! - (1 + bit - share) / 6) < 1e-12);
      assert.ok(second[token] === 0 || second[token] === 1);
      assert.ok(Math.abs(afterTwo[token]! - law[token]! * (1 + second[token]! - expected)) < 1e-12);
    }
  }
  assert.ok(ones > 20 && ones < 52, `${ones} of 72 bits are 1`);
});

test("writeWatermarked() draws from the law that reweigh() gives, and from the model's own before a whole context", () => {
  const watermark = lib.greenListWatermark({ key: 4, greenShare: 0.5, bias: 1, contextWidth: 2 });
  const model = [0.4, 0.3, 0.2, 0.1];
  const distribution = () => model;
  const n = 20_000;
  for (const prompt of [[], [3], [3, 1], [0, 3, 1]]) {
    const counts = [new Float64Array(4), new Float64Array(16)] as const;
    for (let i = 0; i < n; i += 1) {
      const rng = seeded(51).split(i);
      const [a, b] = lib.writeWatermarked({ watermark, distribution, prompt, length: 2, rng });
      counts[0][a!]! += 1;
      counts[1][a! * 4 + b!]! += 1;
    }
    const first = watermark.reweigh(model, prompt);
    if (prompt.length < 2) assert.deepEqual(Array.from(first), model);
    for (const [a, p] of first.entries()) {
      const second = watermark.reweigh(model, [...prompt, a]);
      for (const [b, q] of second.entries()) {
        const [seen, right] = [counts[1][a * 4 + b]!, n * p * q];
        assert.ok(
          Math.abs(seen - right) < 4.5 * Math.sqrt(right),
          `${prompt}: ${a}${b} ${seen}, not ${right}`,
        );
      }
      assert.ok(Math.abs(counts[0][a]! - n * p) < 4.5 * Math.sqrt(n * p));
    }
  }
  assert.deepEqual(
    lib.writeWatermarked({ watermark, distribution, prompt: [1], length: 0, rng: seeded(1) }),
    new Uint32Array(0),
  );
});

test("candidatePairs(): equal in all rows of one band, the first or the last", () => {
  const signatures = [
    [1, 2, 3, 4],
    [1, 2, 9, 9],
    [8, 8, 3, 4],
    [1, 7, 3, 7],
  ];
  assert.deepEqual(lib.candidatePairs(signatures, { bands: 2, rows: 2 }), [
    [0, 1],
    [0, 2],
  ]);
  assert.deepEqual(lib.candidatePairs(signatures, { bands: 1, rows: 2 }), [[0, 1]]);
  assert.deepEqual(lib.candidatePairs(signatures, { bands: 1, rows: 1 }), [
    [0, 1],
    [0, 3],
    [1, 3],
  ]);
  assert.deepEqual(
    lib.candidatePairs(
      [
        [1, 12],
        [11, 2],
      ],
      { bands: 1, rows: 2 },
    ),
    [],
  ); // no digits run together
});

test("withoutNearDuplicates(): a similarity equal to the threshold is a duplicate, and groups keep their first", () => {
  const sets = [["a", "b", "c"], ["z"], ["a", "b", "c", "d"], ["b", "c", "d", "e"]].map(
    (items) => new Set(items),
  );
  const search = (threshold: number) =>
    lib.withoutNearDuplicates(sets, { threshold, bands: 400, rows: 1, seed: 1 });
  // similarities: 0–2: 3/4; 2–3: 3/5; 0–3: 2/5
  assert.deepEqual(search(3 / 4).kept, [0, 1, 3]);
  assert.deepEqual(search(3 / 5).kept, [0, 1]); // 3 is like 2, which is like 0
  assert.deepEqual(search(0.76).kept, [0, 1, 2, 3]);
  assert.deepEqual(
    search(3 / 5).pairs.map(({ i, j, similarity }) => [i, j, similarity]),
    [
      [0, 2, 3 / 4],
      [2, 3, 3 / 5],
    ],
  );
});

test("shingles(), jaccardSimilarity() and signatureSimilarity() at their least sizes", () => {
  assert.deepEqual([...lib.shingles(["a", "b"], { size: 2 })], ["a\0b"]);
  assert.equal(lib.shingles(["a", "b"], { size: 3 }).size, 0);
  assert.deepEqual([...lib.shingles("aba", { size: 1 })], ["a", "b"]);
  assert.equal(lib.jaccardSimilarity(new Set(), new Set()), 1);
  assert.equal(lib.jaccardSimilarity(new Set([1]), new Set()), 0);
  assert.equal(lib.jaccardSimilarity(new Set([1, 2]), new Set([2, 3])), 1 / 3);
  assert.equal(lib.signatureSimilarity([1, 2, 3, 4], [1, 0, 3, 0]), 0.5);
});

test("minHash() agrees in a place with the probability that two sets share, over many places", () => {
  const hash = lib.minHash({ hashes: 4000, seed: 7 });
  const sets = [["a", "b", "c"], ["b", "c", "d"], ["d"]];
  for (const [i, j, right] of [
    [0, 1, 1 / 2],
    [0, 2, 0],
    [1, 2, 1 / 3],
  ] as const) {
    const seen = lib.signatureSimilarity(hash(sets[i]!), hash(sets[j]!));
    assert.ok(Math.abs(seen - right) <= 4 * Math.sqrt((right * (1 - right)) / 4000), `${seen}, not ${right}`);
  }
});
