// Promises that every regime makes. A regime of the registry without its entry here does not compile.
import assert from "node:assert/strict";
import { test } from "node:test";
import { gaussian, loop, manyLoops, type Regime, regimes, seeded } from "../../../lib/index.ts";

const family = gaussian({ ddof: 1 });
const human = Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8);

const regimePromises = {
  replace: { regime: () => regimes.replace(), lengths: [8, 8, 8, 8] },
  accumulate: { regime: () => regimes.accumulate(), lengths: [8, 16, 24, 32] },
  fresh: {
    regime: () => regimes.fresh({ share: 0.25, source: (count) => new Float64Array(count).fill(99) }),
    lengths: [8, 8, 8, 8],
  },
  fixedShare: { regime: () => regimes.fixedShare({ share: 0.5 }), lengths: [8, 8, 8, 8] },
} satisfies Record<keyof typeof regimes, { regime: () => Regime<Float64Array>; lengths: number[] }>;

for (const [name, { regime, lengths }] of Object.entries(regimePromises)) {
  const run = (seed: number, generations = 3) =>
    Array.from(loop({ family, data: human, regime: regime(), generations, rng: seeded(seed) }));

  test(`${name}: generation 0 is the model fitted on human data, and training sets have the promised lengths`, () => {
    const turns = run(1);
    assert.deepEqual(turns[0]!.model.parameters, family.fit(human).parameters);
    assert.deepEqual(
      turns.map(({ generation }) => generation),
      [0, 1, 2, 3],
    );
    assert.deepEqual(
      turns.map(({ data }) => data!.length),
      lengths,
    );
  });
  test(`${name}: the same seed gives the same loop, a longer loop begins with it, and human data is not changed`, () => {
    const parameters = (seed: number, generations?: number) =>
      run(seed, generations).map(({ model }) => model.parameters);
    assert.deepEqual(parameters(1), parameters(1));
    assert.deepEqual(parameters(1, 6).slice(0, 4), parameters(1));
    assert.notDeepEqual(parameters(1), parameters(2));
    assert.deepEqual(human, Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8));
  });
  test(`${name}: each generation's training data keeps the kind of array, and is an array of its own`, () => {
    const turns = run(1);
    for (const { data } of turns) assert.ok(data instanceof Float64Array);
    assert.equal(new Set(turns.map(({ data }) => data)).size, 4);
  });
}

test("manyLoops() reads off every regime what loop() gives, data and all", () => {
  const sumOf = (data: ArrayLike<number> | null) => Array.from(data!).reduce((sum, x) => sum + x, 0);
  for (const { regime } of Object.values<{ regime: () => Regime<Float64Array> }>(regimePromises)) {
    const common = { family, data: human, generations: 4 };
    const read = {
      sd: ({ model }: { model: { parameters: { sd: number } } }) => model.parameters.sd,
      sum: ({ data }: { data: Float64Array | null }) => sumOf(data),
    };
    const many = manyLoops({ ...common, regime: regime(), runs: 2, rng: seeded(1), read });
    for (const run of [0, 1]) {
      for (const turn of loop({ ...common, regime: regime(), rng: seeded(1).split(run) })) {
        assert.equal(many.sd[turn.generation]![run], turn.model.parameters.sd);
        assert.equal(many.sum[turn.generation]![run], sumOf(turn.data));
      }
    }
    assert.deepEqual(human, Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8));
  }
});

test("manyLoops() writes over no batch that a regime still holds", () => {
  const twice: Regime<Float64Array> = {
    name: "twice",
    forgets: true,
    next: ({ synthetic, size }) => {
      const first = synthetic(size);
      const before = Array.from(first);
      const second = synthetic(size);
      assert.notEqual(first, second);
      assert.deepEqual(Array.from(first), before);
      return second as never;
    },
  };
  const read = { sd: ({ model }: { model: { parameters: { sd: number } } }) => model.parameters.sd };
  manyLoops({ family, data: human, generations: 3, regime: twice, runs: 2, rng: seeded(1), read });
});

test("loop() is lazy: nothing is drawn before a generation is asked for", () => {
  const rng = seeded(1);
  const turns = loop({ family, data: human, regime: regimes.replace(), generations: 1e9, rng });
  turns.next();
  assert.equal(rng.bits(), seeded(1).bits());
});

test("loop() and the regimes name the argument they reject", () => {
  const start = family.known({ mean: 0, sd: 1 });
  const common = { family, regime: regimes.replace(), generations: 2, rng: seeded(1) };
  const first =
    (options: Parameters<typeof loop<number, { mean: number; sd: number }, Float64Array>>[0]) => () =>
      loop(options).next();
  assert.throws(first(common), /one of data and start must be given, got neither/);
  assert.throws(first({ ...common, data: human, start }), /one of data and start must be given, got both/);
  assert.throws(first({ ...common, start }), /size must be given with start, got undefined/);
  assert.throws(first({ ...common, start, size: 0 }), /size must be an integer of at least 1, got 0/);
  assert.throws(
    first({ ...common, data: human, generations: -1 }),
    /generations must be an integer of at least 0/,
  );
  assert.throws(() => regimes.fixedShare({ share: 2 }), /share must lie between 0 and 1, got 2/);
  assert.throws(
    () => regimes.fresh({ share: -1, source: () => [] }),
    /share must lie between 0 and 1, got -1/,
  );
  const kept = loop({ ...common, start, size: 4, regime: regimes.fixedShare({ share: 0.5 }) });
  assert.throws(() => [...kept], /data must hold at least 2 items, got 0/);
  const short = regimes.fresh({ share: 0.5, source: () => Float64Array.of(1) });
  assert.throws(
    () => [...loop({ ...common, data: human, regime: short })],
    /source must give 4 items, got 1/,
  );
});
