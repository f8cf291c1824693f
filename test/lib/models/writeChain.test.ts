// An n-gram model's own writing by two ways: with words drawn ahead, and one call after another. The bytes are the same.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  addAlpha,
  integer,
  jelinekMercer,
  ngram,
  type Rng,
  type Smoothing,
  seeded,
  unsmoothed,
  wittenBell,
} from "../../../lib/index.ts";
import { Sfc32 } from "../../../lib/random/parts/sfc32.ts";
import { WordsAhead } from "../../../lib/random/parts/wordsAhead.ts";

/** The same stream as somebody else's, of which the library knows nothing. */
function foreign(inner: Rng): Rng {
  return {
    ...{ seed: inner.seed, path: inner.path },
    next: () => inner.next(),
    bits: () => inner.bits(),
    split: (label) => inner.split(label),
  };
}

const mixture = (order: number): number[] => [
  ...[0.05, 0.15],
  ...Array.from({ length: order - 1 }, () => 0.8 / (order - 1)),
];
const smoothings: readonly ((order: number) => Smoothing)[] = [
  () => unsmoothed(),
  () => wittenBell(),
  () => addAlpha({ alpha: 0.4 }),
  (order) => jelinekMercer({ weights: order === 1 ? [0.2, 0.8] : mixture(order) }),
];

for (const order of [1, 2, 3, 5])
  test(`order ${order}: words drawn ahead give the bytes of single calls, and leave the stream where they would`, () => {
    const draw = seeded(order);
    for (const vocabularySize of [1, 2, 7, 300])
      for (const length of [1, 3, 60, 2500]) {
        const text = Array.from({ length }, () => integer(vocabularySize, draw));
        for (const smoothing of smoothings) {
          const model = ngram({ order, vocabularySize, smoothing: smoothing(order) }).fit(text);
          const [ours, theirs] = [seeded(9), seeded(9)];
          // One that is long enough for several batches of words, and one that follows it in the same stream.
          for (const count of [3000, 0, 1, 5]) {
            assert.deepEqual(model.sample(count, ours), model.sample(count, foreign(theirs)));
            assert.equal(ours.next(), theirs.next(), `after ${count} tokens`);
          }
        }
      }
  });

test("words drawn ahead are those of single calls, and any number of them can go back", () => {
  for (const used of [0, 1, 700, 1023, 1024]) {
    const [ours, theirs] = [new Sfc32(3, []), new Sfc32(3, [])];
    const ahead = new WordsAhead(ours);
    for (const word of ahead.words) assert.equal(word, theirs.bits());
    ahead.refill();
    for (let i = 0; i < used; i += 1) assert.equal(ahead.words[i], theirs.bits());
    ahead.giveBack(used);
    assert.deepEqual(ours.state, theirs.state);
  }
});
