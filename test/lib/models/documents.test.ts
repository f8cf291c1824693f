// Whole texts as the items of a loop: writers, readers and regimes that look at a text, not at a token.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  accumulate,
  accumulateSubsample,
  addAlpha,
  augment,
  bestOf,
  documents,
  fixedShare,
  fresh,
  greenListWatermark,
  loop,
  manyLoops,
  ngram,
  type Regime,
  replace,
  seeded,
  typesAlive,
  unigram,
  verified,
  writeWatermarked,
} from "../../../lib/index.ts";

const vocabularySize = 40;
const bigram = ngram({ order: 2, vocabularySize, smoothing: addAlpha({ alpha: 0.5 }) });
const human = Array.from({ length: 6 }, (_, i) => bigram.fit([i, 39 - i, 7]).sample(50 + i, seeded(i)));
const plain = documents({ family: bigram, length: 30 });
const typesOf = (text: Uint32Array) => new Set(text).size;

test("a fit reads all texts as one, whatever their lengths, and each text is written by itself", () => {
  const model = plain.fit(human);
  const whole = bigram.fit(human.flatMap((text) => [...text]));
  assert.equal(model.parameters.read, 6);
  assert.deepEqual(model.parameters.model.parameters, whole.parameters);
  const stream = seeded(5);
  assert.deepEqual(
    model.sample(3, seeded(5)),
    [30, 30, 30].map((length) => whole.sample(length, stream)),
  );
  assert.deepEqual(model.sample(0, seeded(5)), []);
});

test("bestOf chooses whole texts: of 50 the one with the most different words nearly always", () => {
  const write = bestOf({ candidates: 50, reward: (text: Uint32Array) => 100 * typesOf(text) });
  const model = plain.fit(human);
  const chosen = write(model, 4, seeded(1), 1);
  const all = model.sample(200, seeded(1));
  for (const [i, text] of chosen.entries()) {
    const most = Math.max(...all.slice(50 * i, 50 * (i + 1)).map(typesOf));
    assert.equal(typesOf(text), most);
    assert.ok(all.includes(text) || all.some((other) => other.join() === text.join()));
  }
});

test("verified accepts whole texts, and the loop learns from no other", () => {
  const write = verified({ accepts: (text: Uint32Array) => !text.includes(7) });
  const turns = loop({
    family: plain,
    data: human,
    regime: replace(),
    write,
    size: 8,
    generations: 2,
    rng: seeded(2),
  });
  for (const { generation, data } of turns) {
    assert.equal(data!.length, generation === 0 ? 6 : 8);
    if (generation > 0) assert.ok(data!.every((text) => text.length === 30 && !text.includes(7)));
  }
});

const source = (count: number) => human.slice(0, count);
const regimes: [regime: () => Regime<Uint32Array[]>, lengths: number[]][] = [
  [() => replace(), [6, 4, 4]],
  [() => accumulate(), [6, 10, 14]],
  [() => accumulateSubsample(), [6, 4, 4]],
  [() => augment(), [6, 10, 10]],
  [() => fixedShare({ share: 0.5 }), [6, 4, 4]],
  [() => fresh({ count: 1, source }), [6, 4, 4]],
];
for (const [regime, lengths] of regimes) {
  test(`the regime "${regime().name}" counts texts, not tokens`, () => {
    const common = { family: plain, data: human, size: 4, generations: 2 };
    const turns = [...loop({ ...common, regime: regime(), rng: seeded(3).split(0) })];
    assert.deepEqual(
      turns.map(({ data }) => data!.length),
      lengths,
    );
    assert.ok(
      turns.every(({ data }) => data!.every((text) => text instanceof Uint32Array && text.length >= 30)),
    );
    const read = {
      words: ({ data }: { data: Uint32Array[] | null }) => data!.reduce((sum, text) => sum + text.length, 0),
    };
    const { words } = manyLoops({ ...common, regime: regime(), runs: 1, rng: seeded(3), read });
    assert.deepEqual(
      words.map(([count]) => count),
      turns.map(({ data }) => read.words({ data })),
    );
  });
}

test("a regime that cleans its pool by a watermark keeps what people wrote, and its models keep their words", () => {
  const watermark = greenListWatermark({ key: 7, greenShare: 0.5, bias: 4, contextWidth: 1 });
  const isMarked = (text: Uint32Array) => watermark.detect(text, { repeats: "each" }).z > 4;
  const family = documents({
    family: bigram,
    length: 60,
    write: ({ distribution }, length, rng) =>
      writeWatermarked({ watermark, distribution, prompt: [], length, rng }),
  });
  const pool = (keeps: (text: Uint32Array) => boolean): Regime<Uint32Array[]> => ({
    name: "pool",
    next: ({ synthetic, size, previous }) => [...previous!, ...synthetic(size)].filter(keeps),
  });
  const last = (regime: Regime<Uint32Array[]>) =>
    [...loop({ family, data: human, regime, size: 10, generations: 5, rng: seeded(4) })].at(-1)!;
  assert.ok(human.every((text) => !isMarked(text)));
  const [cleaned, polluted] = [last(pool((text) => !isMarked(text))), last(pool(() => true))];
  assert.deepEqual(cleaned.data, human);
  assert.deepEqual(cleaned.model.parameters.model.parameters, plain.fit(human).parameters.model.parameters);
  assert.equal(polluted.data!.length, 56);
  assert.equal(polluted.data!.filter(isMarked).length, 50);
  assert.ok(typesAlive(cleaned.model.parameters.model.parameters.counts) > 0);
});

test("documents() names what it rejects", () => {
  const family = unigram({ vocabularySize: 3 });
  const make = (options: object) => () => documents({ family, length: 2, ...options } as never);
  assert.throws(
    make({ length: 0 }),
    /^RangeError: Cannot make a family of documents: length must be an integer of at least 1, got 0$/,
  );
  assert.throws(
    make({ family: unigram }),
    /^TypeError: .*family must be one such as .*, got the function unigram$/,
  );
  assert.throws(make({ write: 1 }), /^TypeError: .*write must be a function, got 1$/);
  assert.throws(make({ lenght: 1 }), /got lenght \(did you mean length\?\)$/);
  const words = documents({ family, length: 2 });
  assert.throws(
    () => words.fit([]),
    /^RangeError: Cannot fit documents: data must hold at least 1 text, got 0$/,
  );
  assert.throws(
    () => words.fit([[1]] as never),
    /^TypeError: .*data\[0\] must be a Uint32Array, got an array$/,
  );
  assert.throws(() => words.fit([Uint32Array.of(3)]), /data\[0\] must be an integer from 0 to 2, got 3/);
  const model = words.fit([Uint32Array.of(1)]);
  assert.throws(() => model.sample(-1, seeded(1)), /count must be an integer of at least 0, got -1/);
  assert.throws(() => model.sample(1, Math.random as never), /rng must be a seeded stream/);
  const silent = documents({ family, length: 2, write: () => [1] as never }).fit([Uint32Array.of(1)]);
  assert.throws(
    () => silent.sample(1, seeded(1)),
    /^TypeError: .*write must give a Uint32Array, got an array$/,
  );
});
