// Watermarks: silent without the key, the model's law unchanged over keys, and as loud as their laws say.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  categorical,
  expectedGreenRate,
  expectedTournamentScore,
  greenListWatermark,
  greenRateBound,
  integer,
  mean,
  ngram,
  seeded,
  standardError,
  tournamentWatermark,
  unsmoothed,
  variance,
  type Watermark,
  writeWatermarked,
} from "../../../lib/index.ts";
import { absorb, finish } from "../../../lib/provenance/parts/murmur3.ts";
import { near } from "../contract/near.ts";
import { readReference } from "../reference.ts";

const law = Object.freeze([0.4, 0.3, 0.15, 0.1, 0.05]);
const once = { repeats: "once" } as const;
const marks: Record<string, (key: number) => Watermark> = {
  greenListWatermark: (key) => greenListWatermark({ key, greenShare: 0.25, bias: 2, contextWidth: 1 }),
  tournamentWatermark: (key) => tournamentWatermark({ key, layers: 5, contextWidth: 2 }),
};
function within4(values: readonly number[], expected: number): void {
  const [observed, se] = [mean(values), standardError(values)];
  assert.ok(Math.abs(observed - expected) <= 4 * se, `${observed} ± ${se}, not ${expected}`);
}
const keys = (count: number) => Array.from({ length: count }, (_, key) => key);

test("the hash is MurmurHash3", () => {
  const { murmur3 } = readReference<{ murmur3: { words: number[]; hash: number }[] }>("provenance");
  for (const { words, hash } of murmur3) assert.equal(finish(words.reduce(absorb, 0), words.length), hash);
});

for (const [name, make] of Object.entries(marks)) {
  test(`${name}(): text without watermark has z of mean 0 ± .05 and sd 1 ± .05`, () => {
    const rng = seeded(1);
    const mark = make(7);
    const zs = Array.from({ length: 6400 }, () => {
      const text = Uint32Array.from({ length: 100 }, () => integer(5000, rng));
      return mark.detect(text, once).z;
    });
    assert.ok(Math.abs(mean(zs)) < 0.05, `mean ${mean(zs)}`); // 4 standard errors of 6400 texts
    const sd = Math.sqrt(variance(zs, { ddof: 1 }));
    assert.ok(Math.abs(sd - 1) < 0.05, `sd ${sd}`);
  });
  test(`${name}(): the same key finds what it wrote, another does not`, () => {
    const distribution = () => new Float64Array(500).fill(1 / 500);
    const text = writeWatermarked({
      watermark: make(7),
      distribution,
      prompt: [1, 2],
      length: 200,
      rng: seeded(2),
    });
    const found = make(7).detect(text, once);
    assert.ok(found.z > 6 && found.pValue < 1e-8, `z ${found.z}`);
    assert.ok(Math.abs(make(8).detect(text, once).z) < 4);
    assert.deepEqual(
      writeWatermarked({ watermark: make(7), distribution, prompt: [1, 2], length: 200, rng: seeded(2) }),
      text,
    );
  });
  test(`${name}(): a reweighed law is a distribution, and before a whole context the model's own`, () => {
    for (const key of keys(50)) {
      const changed = make(key).reweigh(law, [key, 3]);
      near(
        changed.reduce((sum, p) => sum + p, 0),
        1,
      );
      assert.ok(changed.every((p) => p >= 0));
      assert.deepEqual(Array.from(make(key).reweigh(law, [])), [...law]);
    }
  });
  test(`${name}(): a model that is sure cannot be marked`, () => {
    assert.deepEqual(Array.from(make(3).reweigh([0, 1, 0], [5, 5])), [0, 1, 0]);
  });
  test(`${name}(): refuses what it cannot use, and says what that was`, () => {
    const mark = make(1);
    assert.throws(() => make(-1), /key must be an integer of at least 0, got -1/);
    assert.throws(
      () => mark.reweigh([0.5, Number.NaN], [1, 2]),
      /probabilities\[1\] must lie between 0 and 1, got NaN/,
    );
    assert.throws(() => mark.reweigh([], [1, 2]), /probabilities must sum to 1, got 0/);
    assert.throws(() => mark.reweigh(law, [1, Number.NaN]), /context\[1\] must be an integer .*, got NaN/);
    assert.throws(() => mark.detect([], once), /tokens must hold more than contextWidth \d tokens, got 0/);
    assert.throws(
      () => mark.detect([1, 2, 3.5], once),
      /tokens\[2\] must be an integer of at least 0, got 3.5/,
    );
    const unsaid = {} as { repeats: "once" };
    assert.throws(() => mark.detect([1, 2, 3], unsaid), /repeats must be "once" or "each", got undefined/);
  });
}

test("greenListWatermark(): the share of green tokens at equal logits follows its law", () => {
  const distribution = () => new Float64Array(1000).fill(0.001);
  const rates = keys(300).map((key) => {
    const mark = greenListWatermark({ key, greenShare: 0.25, bias: 2, contextWidth: 1 });
    const text = writeWatermarked({
      watermark: mark,
      distribution,
      prompt: [0],
      length: 20,
      rng: seeded(key),
    });
    return mark.detect(text, once).mean;
  });
  within4(rates, expectedGreenRate({ greenShare: 0.25, bias: 2 })); // 0.7112
});

test("greenListWatermark(): an uneven law gives fewer green tokens, yet more than its bound", () => {
  const one = keys(6000).map((key) => {
    const mark = greenListWatermark({ key, greenShare: 0.5, bias: 2, contextWidth: 0 });
    const text = writeWatermarked({
      watermark: mark,
      distribution: () => law,
      prompt: [],
      length: 1,
      rng: seeded(key),
    });
    return mark.detect(text, once).mean;
  });
  const se = standardError(one);
  assert.ok(mean(one) < expectedGreenRate({ greenShare: 0.5, bias: 2 }) - 4 * se);
  assert.ok(mean(one) > greenRateBound(law, { greenShare: 0.5, bias: 2 }) - 4 * se, `${mean(one)}`);
});

for (const layers of [1, 2, 30]) {
  test(`tournamentWatermark() of ${layers} layers leaves the model's law unchanged over keys`, () => {
    const laws = keys(6000).map((key) =>
      tournamentWatermark({ key, layers, contextWidth: 1 }).reweigh(law, [9]),
    );
    for (const [token, p] of law.entries()) {
      within4(
        laws.map((changed) => changed[token]!),
        p,
      );
    }
  });
}

test("tournamentWatermark(): the mean bit of one layer is ½ + (1 − Σ p²)/4", () => {
  const bits = keys(60_000).map((key) => {
    const mark = tournamentWatermark({ key, layers: 1, contextWidth: 0 });
    const text = writeWatermarked({
      watermark: mark,
      distribution: () => law,
      prompt: [],
      length: 1,
      rng: seeded(key),
    });
    return mark.detect(text, once).mean;
  });
  within4(bits, expectedTournamentScore(law));
});

test("tournamentWatermark() draws as a tournament of candidates does", () => {
  const [key, layers, draws] = [11, 3, 40_000];
  const make = (m: number) => tournamentWatermark({ key, layers: m, contextWidth: 0 });
  const heads = (token: number, m: number) => (m === 0 ? 0 : m * make(m).detect([token], once).mean);
  const bit = law.map((_, token) => [1, 2, 3].map((m) => Math.round(heads(token, m) - heads(token, m - 1))));
  assert.ok(bit.flat().every((b) => b === 0 || b === 1));

  const [rng, candidate] = [seeded(4), categorical(law)];
  const winner = (layer: number): number => {
    if (layer === 0) return candidate(rng);
    const [a, b] = [winner(layer - 1), winner(layer - 1)];
    return bit[b]![layer - 1]! > bit[a]![layer - 1]! ? b : a; // equals: the first, which is as good as a toss
  };
  const won = new Array<number>(law.length).fill(0);
  for (let i = 0; i < draws; i += 1) won[winner(layers)]! += 1;
  for (const [token, p] of make(layers).reweigh(law, []).entries()) {
    const se = Math.sqrt((p * (1 - p)) / draws);
    assert.ok(
      Math.abs(won[token]! / draws - p) <= 4 * se,
      `token ${token}: ${won[token]! / draws}, not ${p}`,
    );
  }
});

test("detect(): a repeated pair counts once, or every time and then looks like a watermark", () => {
  const mark = greenListWatermark({ key: 1, greenShare: 0.5, bias: 2, contextWidth: 1 });
  const distribution = () => new Float64Array(50).fill(0.02);
  const [a, b] = writeWatermarked({ watermark: mark, distribution, prompt: [], length: 2, rng: seeded(3) });
  const refrain = Array.from({ length: 200 }, (_, i) => (i % 2 === 0 ? a! : b!));
  assert.equal(mark.detect(refrain, once).scored, 2);
  assert.equal(mark.detect(refrain, { repeats: "each" }).scored, 199);
  assert.ok(Math.abs(mark.detect(refrain, once).z) < 2);
});

test("writeWatermarked() marks the text of an n-gram model", () => {
  const rng = seeded(6);
  const human = Uint32Array.from({ length: 4000 }, () => integer(40, rng));
  const { distribution } = ngram({ order: 2, vocabularySize: 40, smoothing: unsmoothed() }).fit(human);
  const mark = tournamentWatermark({ key: 5, layers: 20, contextWidth: 2 });
  const text = writeWatermarked({ watermark: mark, distribution, prompt: [1, 2], length: 300, rng });
  assert.ok(mark.detect(text, once).z > 6);
});

test("watermarks name the option they reject", () => {
  const green = { key: 1, greenShare: 0.5, bias: 2, contextWidth: 1 };
  assert.throws(
    () => greenListWatermark({ ...green, greenShare: 0 }),
    /greenShare must be above 0 .*, got 0/,
  );
  assert.throws(
    () => greenListWatermark({ ...green, bias: -1 }),
    /bias must be finite and not negative, got -1/,
  );
  assert.throws(
    () => tournamentWatermark({ key: 1, layers: 33, contextWidth: 1 }),
    /layers must be at most 32, got 33/,
  );
  const options = { watermark: greenListWatermark(green), prompt: [], rng: seeded(1) };
  assert.throws(
    () => writeWatermarked({ ...options, distribution: () => [0.5], length: 1 }),
    /distribution must sum to 1, got 0.5/,
  );
  assert.throws(
    () => writeWatermarked({ ...options, distribution: () => law, length: -1 }),
    /length .* got -1/,
  );
});
