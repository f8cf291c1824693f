import assert from "node:assert/strict";
import { test } from "node:test";
import { bestOf, bestOfKUpdate, loop, replace, seeded, unigram, variance } from "../../../lib/index.ts";

const types = 13;
const reward = (token: number) => token / 4; // 0 … 3
const family = unigram({ vocabularySize: types });

/** One generation of endless data, exactly. */
const chosen = (p: ArrayLike<number>) =>
  bestOfKUpdate(
    p,
    Array.from({ length: types }, (_, token) => reward(token)),
    { candidates: 2 },
  );
const expReward = (p: ArrayLike<number>) =>
  Array.from(p).reduce((sum, share, x) => sum + share * Math.exp(reward(x)), 0);

test("best of 2 chooses by Bradley and Terry: shares as the exact law says (100 000 choices, 4 standard errors)", () => {
  const human = Uint32Array.from({ length: 1300 }, (_, i) => i % types);
  const n = 100_000;
  const written = bestOf({ candidates: 2, reward })(family.fit(human), n, seeded(100), 1);
  const law = chosen(new Array(types).fill(1 / types));
  for (const [token, share] of law.entries()) {
    const seen = written.reduce((count, other) => count + (other === token ? 1 : 0), 0) / n;
    assert.ok(
      Math.abs(seen - share) <= 4 * Math.sqrt((share * (1 - share)) / n),
      `${token}: ${seen}, not ${share}`,
    );
  }
});

test("in a curated loop the mean of e^r rises every generation as the exact law's, and its variance goes", () => {
  const human = Uint32Array.from({ length: 40_300 }, (_, i) => i % types);
  let law: ArrayLike<number> = new Array(types).fill(1 / types);
  const rewards: number[][] = [];
  for (const { generation, model } of loop({
    family,
    data: human,
    regime: replace(),
    write: bestOf({ candidates: 2, reward }),
    generations: 20,
    rng: seeded(101),
  })) {
    const { counts, total } = model.parameters;
    const p = Array.from(counts, (count) => count / total);
    const expected = expReward(law);
    // Finite data strays from the law like a walk: generation t has collected t rounds of sampling noise.
    const spread = Math.exp(reward(types - 1)) * Math.sqrt((generation + 1) / total);
    assert.ok(Math.abs(expReward(p) - expected) <= 4 * spread, `generation ${generation}`);
    rewards.push(p.flatMap((share, x) => new Array(Math.round(1000 * share)).fill(reward(x))));
    law = chosen(law);
    assert.ok(expReward(law) > expected);
  }
  const spreads = rewards.map((values) => variance(values, { ddof: 0 }));
  assert.ok(spreads[20]! < 0.15 * spreads[0]!, `${spreads[20]} of ${spreads[0]}`);
});

test("best of 1 is the model itself, and many candidates follow p e^r", () => {
  const model = family.fit(Uint32Array.of(0, 4, 4, 12));
  assert.deepEqual(bestOf({ candidates: 1, reward })(model, 9, seeded(1), 1).length, 9);
  const n = 4000;
  const written = bestOf({ candidates: 400, reward })(model, n, seeded(102), 1);
  const weights = [1, 2 * Math.exp(1), Math.exp(3)];
  const share = weights[2]! / (weights[0]! + weights[1]! + weights[2]!);
  const seen = written.filter((token) => token === 12).length / n;
  // K = 400 is not endless: the ratio Σ is itself noisy, which moves the share by less than 1 %.
  assert.ok(
    Math.abs(seen - share) <= 4 * Math.sqrt((share * (1 - share)) / n) + 0.01,
    `${seen}, not ${share}`,
  );
});

test("bestOf names what it rejects", () => {
  assert.throws(
    () => bestOf({ candidates: 0, reward }),
    /candidates must be an integer of at least 1, got 0/,
  );
  const model = family.fit(Uint32Array.of(0));
  assert.throws(
    () => bestOf({ candidates: 2, reward: () => Number.NaN })(model, 1, seeded(1), 1),
    /reward must be finite, got NaN/,
  );
});
