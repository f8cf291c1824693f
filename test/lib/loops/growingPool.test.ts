// A pool that grows in place holds what a new one after each batch would hold, and nobody else's numbers change.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  accumulateSubsample,
  gaussian,
  loop,
  multivariateGaussian,
  type Regime,
  seeded,
  unigram,
} from "../../../lib/index.ts";
import { grown } from "../../../lib/loops/parts/growingPool.ts";
import { concatenate, itemsAt } from "../../../lib/loops/parts/items.ts";
import { placesWithoutReplacement } from "../../../lib/loops/parts/placesWithoutReplacement.ts";

test("a pool grows by copies that double, as often as log t and not t times", () => {
  let pool: Float64Array = Float64Array.of(1, 2, 3);
  const buffers = new Set<ArrayBufferLike>();
  const whole = [1, 2, 3];
  for (let t = 0; t < 1000; t += 1) {
    pool = grown(pool, Float64Array.of(t, -t));
    whole.push(t, -t);
    buffers.add(pool.buffer);
  }
  assert.deepEqual(Array.from(pool), whole.map(Number));
  assert.ok(buffers.size <= 11, `${buffers.size} buffers`); // 10 · 2^8 > 2003
});

test("a pool grows from a view of somebody's buffer, and writes nothing there", () => {
  const theirs = Uint32Array.of(1, 2, 3, 4);
  const pool = grown(grown(theirs.subarray(0, 2), Uint32Array.of(7)), Uint32Array.of(8, 9));
  assert.deepEqual(pool, Uint32Array.of(1, 2, 7, 8, 9));
  assert.deepEqual(theirs, Uint32Array.of(1, 2, 3, 4));
  const rows = [[1]];
  assert.deepEqual(grown(grown(rows, [[2]]), [[3], [4]]), [[1], [2], [3], [4]]);
  assert.deepEqual(rows, [[1]]);
});

/** Accumulate and subsample as it was: a new pool in each generation. */
function copying<Batch extends ArrayLike<unknown> = never>(): Regime<Batch> {
  return {
    name: "accumulate and subsample, by copies",
    next({ synthetic, size, real, rng, memory }) {
      const before = memory.pool ?? real;
      const pool = before ? concatenate(before, synthetic(size)) : synthetic(size);
      memory.pool = pool;
      return itemsAt("subsample", pool, placesWithoutReplacement(pool.length, size, rng));
    },
  };
}

test("accumulateSubsample gives the same bits as with a new pool each time: numbers, tokens, rows; data and start", () => {
  const rest = { generations: 40, size: 12 };
  for (let seed = 1; seed <= 5; seed += 1) {
    const [old, now] = [copying(), accumulateSubsample()].map((regime) => {
      const oneD = gaussian({ ddof: 1 });
      const start = oneD.known({ mean: 0, sd: 1 });
      const data = oneD.known({ mean: 2, sd: 3 }).sample(20, seeded(seed));
      const words = unigram({ vocabularySize: 30 });
      const text = Uint32Array.from({ length: 25 }, (_, i) => (i * seed) % 30);
      const plane = multivariateGaussian({ ddof: 0 });
      const points = Array.from({ length: 9 }, (_, i) => Float64Array.of(i, (i * i * seed) % 7));
      const seen = { ...rest, regime };
      return [
        Array.from(loop({ ...seen, family: oneD, start, rng: seeded(seed) }), (turn) => turn.data),
        Array.from(loop({ ...seen, family: oneD, data, rng: seeded(seed) }), (turn) => turn.data),
        Array.from(loop({ ...seen, family: words, data: text, rng: seeded(seed) }), (turn) => turn.data),
        Array.from(loop({ ...seen, family: plane, data: points, rng: seeded(seed) }), (turn) => turn.data),
      ];
    });
    assert.deepEqual(now, old);
  }
});
