// Promises that every regime makes. A regime of the registry without its entry here does not compile.
import assert from "node:assert/strict";
import { test } from "node:test";
import { gaussian, loop, manyLoops, type Regime, regimes, seeded } from "../../../lib/index.ts";
import { type BadInput, testBadInput } from "./badInput.ts";

const family = gaussian({ ddof: 1 });
const human = Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8);

interface RegimePromise {
  regime: () => Regime<Float64Array>;
  /** How many items the training sets of generations 0 … 3 hold, with 8 human items and 8 per generation. */
  lengths: number[];
  bad: BadInput;
}

const nines = (count: number) => new Float64Array(count).fill(99);

/** The sd after two generations of a regime, in a loop with this data and size. */
function lastSd(regime: Regime<Float64Array>, data: Float64Array, size = data.length): number {
  const turns = [...loop({ family, data, regime, size, generations: 2, rng: seeded(1) })];
  return turns[2]!.model.parameters.sd;
}
/** What every regime does with bad human data and sizes. */
function badData(regime: () => Regime<Float64Array>) {
  return {
    empty: { refuses: () => lastSd(regime(), new Float64Array(0)) },
    nan: { refuses: () => lastSd(regime(), Float64Array.of(1, 2, Number.NaN, 4)) },
    negativeCount: { refuses: () => lastSd(regime(), human, -8) },
    zeroVariance: { gives: () => lastSd(regime(), new Float64Array(8).fill(3)) },
  };
}
const oneLength = { cannot: "the regime takes one batch, and a batch of numbers has one length" };

const regimePromises = {
  replace: {
    regime: () => regimes.replace(),
    lengths: [8, 8, 8, 8],
    bad: { ...badData(regimes.replace), mismatchedLength: oneLength },
  },
  accumulate: {
    regime: () => regimes.accumulate(),
    lengths: [8, 16, 24, 32],
    bad: { ...badData(regimes.accumulate), mismatchedLength: oneLength },
  },
  accumulateSubsample: {
    regime: () => regimes.accumulateSubsample(),
    lengths: [8, 8, 8, 8],
    bad: { ...badData(regimes.accumulateSubsample), mismatchedLength: oneLength },
  },
  augment: {
    regime: () => regimes.augment(),
    lengths: [8, 16, 16, 16],
    bad: { ...badData(regimes.augment), mismatchedLength: oneLength },
  },
  fresh: {
    regime: () => regimes.fresh({ share: 0.25, source: nines }),
    lengths: [8, 8, 8, 8],
    bad: {
      empty: { refuses: () => lastSd(regimes.fresh({ share: 0.5, source: () => nines(0) }), human) },
      nan: { refuses: () => regimes.fresh({ share: Number.NaN, source: nines }) },
      negativeCount: { refuses: () => regimes.fresh({ count: -1, source: nines }) },
      mismatchedLength: { refuses: () => lastSd(regimes.fresh({ count: 2, source: () => nines(3) }), human) },
      zeroVariance: { gives: () => lastSd(regimes.fresh({ count: 2, source: nines }), nines(8)) },
    },
  },
  fixedShare: {
    regime: () => regimes.fixedShare({ share: 0.5 }),
    lengths: [8, 8, 8, 8],
    bad: {
      ...badData(() => regimes.fixedShare({ share: 0.5 })),
      nan: { refuses: () => regimes.fixedShare({ share: Number.NaN }) },
      negativeCount: { refuses: () => regimes.fixedShare({ share: -0.5 }) },
      mismatchedLength: { refuses: () => lastSd(regimes.fixedShare({ share: 1 }), human, 9) },
    },
  },
  weighted: {
    regime: () => regimes.weighted({ weight: 0.5, share: 0.25, source: nines }),
    lengths: [8, 8, 8, 8],
    bad: {
      empty: { refuses: () => regimes.weighted({ weight: 0.5, count: 0, source: nines }).weights(1, 8) },
      nan: { refuses: () => regimes.weighted({ weight: Number.NaN, count: 2, source: nines }) },
      negativeCount: { refuses: () => regimes.weighted({ weight: 0.5, count: -2, source: nines }) },
      mismatchedLength: {
        refuses: () => lastSd(regimes.weighted({ weight: 0.5, count: 2, source: () => nines(3) }), human),
      },
      zeroVariance: {
        gives: () => lastSd(regimes.weighted({ weight: 0.5, count: 2, source: nines }), nines(8)),
      },
    },
  },
} satisfies Record<keyof typeof regimes, RegimePromise>;

for (const [name, { regime, lengths, bad }] of Object.entries<RegimePromise>(regimePromises)) {
  testBadInput(name, bad);
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
  for (const { regime } of Object.values<RegimePromise>(regimePromises)) {
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

test("manyLoops(): run r is the same run in whatever range it stands, and each is reported when done", () => {
  const common = { family, data: human, generations: 3, rng: seeded(1) };
  const range = (firstRun: number, runs: number) => {
    const asked: number[] = [];
    const done: number[][] = [];
    const { sd } = manyLoops({
      ...common,
      regime: (run) => {
        asked.push(run);
        return regimes.accumulateSubsample();
      },
      firstRun,
      runs,
      onRun: (count, of) => done.push([count, of]),
      read: {
        sd: ({ model }, run) => {
          assert.equal(run, asked.at(-1));
          return model.parameters.sd;
        },
      },
    });
    return { asked, done, last: [...sd[3]!] };
  };
  const [whole, first, rest] = [range(0, 5), range(0, 2), range(2, 3)];
  assert.deepEqual([...first.last, ...rest.last], whole.last);
  assert.deepEqual(rest.asked, [2, 3, 4]);
  assert.deepEqual(rest.done, [
    [1, 3],
    [2, 3],
    [3, 3],
  ]);
  assert.throws(() => range(-1, 2), /firstRun must be an integer of at least 0, got -1/);
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
