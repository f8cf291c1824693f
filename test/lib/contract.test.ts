// Promises that every entry of a registry makes. A metric, model or regime without its entry here does not compile.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  type Family,
  type FittedGaussian,
  gaussian,
  loop,
  manyLoops,
  metrics,
  type models,
  type Regime,
  regimes,
  seeded,
  unigram,
} from "../../lib/index.ts";

// ---- metrics

type Numbers = readonly number[];
interface MetricPromise {
  /** The metric on one sample (`b` is used by metrics that compare two). */
  of: (a: Numbers, b: Numbers) => number;
  /** f(a, b) = f(b, a); null for a metric of one sample. */
  symmetric: boolean | null;
  /** f(a, a) = 0; null for a metric of one sample. */
  zeroOnItself: boolean | null;
  /** The order of the data does not matter. */
  orderFree: boolean;
  /** Multiplying the data by k multiplies the value by k to this power; null where it makes no sense. */
  scalePower: 0 | 1 | 2 | null;
}

const { chao1, entropy, gaussianWasserstein2, goodTuringUnseenMass, typesAlive, variance } = metrics;
const ofPair = { symmetric: true, zeroOnItself: true };
const ofOne = { symmetric: null, zeroOnItself: null };
const described = ([mean, sd]: Numbers) => ({ mean: mean!, sd: sd! });

const promises = {
  chao1: { of: (a) => chao1(a, { biasCorrected: true }), ...ofOne, orderFree: true, scalePower: null },
  entropy: { of: (a) => entropy(a, { base: 2 }), ...ofOne, orderFree: true, scalePower: 0 },
  gaussianWasserstein2: {
    of: (a, b) => gaussianWasserstein2(described(a), described(b)),
    ...ofPair,
    orderFree: false,
    scalePower: 2,
  },
  goodTuringUnseenMass: { of: (a) => goodTuringUnseenMass(a), ...ofOne, orderFree: true, scalePower: null },
  mean: { of: (a) => metrics.mean(a), ...ofOne, orderFree: true, scalePower: 1 },
  median: { of: (a) => metrics.median(a), ...ofOne, orderFree: true, scalePower: 1 },
  medianStandardError: {
    of: (a) => metrics.medianStandardError(a),
    ...ofOne,
    orderFree: true,
    scalePower: 1,
  },
  quantile: { of: (a) => metrics.quantile(a, 0.3), ...ofOne, orderFree: true, scalePower: 1 },
  standardError: { of: (a) => metrics.standardError(a), ...ofOne, orderFree: true, scalePower: 1 },
  typesAlive: { of: (a) => typesAlive(a), ...ofOne, orderFree: true, scalePower: 0 },
  variance: { of: (a) => variance(a, { ddof: 1 }), ...ofOne, orderFree: true, scalePower: 2 },
  wasserstein1: { of: (a, b) => metrics.wasserstein1(a, b), ...ofPair, orderFree: true, scalePower: 1 },
} satisfies Record<keyof typeof metrics, MetricPromise>;

const a = Object.freeze([1, 4, 2, 2, 7, 1, 3]);
const b = Object.freeze([2, 1, 9, 4, 4, 1, 1]);
const near = (x: number, y: number): void =>
  assert.ok(Math.abs(x - y) <= 1e-12 * Math.max(1, Math.abs(y)), `${x}, not ${y}`);

for (const [name, promise] of Object.entries<MetricPromise>(promises)) {
  const { of, symmetric, zeroOnItself, orderFree, scalePower } = promise;
  test(`${name}() is finite on frozen data and the same when asked again`, () => {
    assert.ok(Number.isFinite(of(a, b)));
    assert.equal(of(a, b), of(a, b));
  });
  if (symmetric !== null) {
    test(`${name}() is ${symmetric ? "" : "not "}symmetric`, () =>
      assert.equal(of(a, b) === of(b, a), symmetric));
    test(`${name}() is above 0 on different data, ${zeroOnItself ? "and" : "but not"} 0 on itself`, () => {
      assert.ok(of(a, b) > 0);
      assert.equal(of(a, a) === 0, zeroOnItself);
    });
  }
  test(`${name}() ${orderFree ? "ignores" : "minds"} the order of the data`, () => {
    const turned = Object.freeze(a.toReversed());
    if (orderFree) near(of(turned, b), of(a, b));
    else assert.notEqual(of(turned, b), of(a, b));
  });
  if (scalePower !== null) {
    test(`${name}() goes with the ${scalePower}th power of the unit`, () => {
      const triple = (data: Numbers): Numbers => Object.freeze(data.map((x) => 3 * x));
      near(of(triple(a), triple(b)), 3 ** scalePower * of(a, b));
    });
  }
}

// ---- models

interface ModelPromise {
  families: readonly Family<number, object>[];
  data: readonly number[];
}

const modelPromises = {
  gaussian: { families: [gaussian({ ddof: 0 }), gaussian({ ddof: 1 })], data: [0.5, -1, 2, 7] },
  unigram: { families: [unigram({ vocabularySize: 5 })], data: [0, 3, 3, 1] },
} satisfies Record<keyof typeof models, ModelPromise>;

for (const [name, { families, data }] of Object.entries<ModelPromise>(modelPromises)) {
  for (const family of families) {
    test(`${name}: a family has its registry's name and fits frozen data`, () => {
      assert.equal(family.name, name);
      family.fit(Object.freeze([...data]));
    });
    test(`${name}: fitting does not keep the data`, () => {
      const mine = Float64Array.from(data);
      const model = family.fit(mine);
      const before = Array.from(model.sample(20, seeded(1)));
      mine.fill(0);
      assert.deepEqual(Array.from(model.sample(20, seeded(1))), before);
    });
    test(`${name}: the same stream gives the same sample, another one another`, () => {
      const model = family.fit(data);
      assert.deepEqual(model.sample(50, seeded(3)), model.sample(50, seeded(3)));
      assert.notDeepEqual(model.sample(50, seeded(3)), model.sample(50, seeded(4)));
      assert.equal(model.sample(0, seeded(3)).length, 0);
    });
    test(`${name}: filling a batch, where it can, gives what sampling gives and leaves the stream where it was`, () => {
      const model = family.fit(data);
      if (!model.sampleInto) return;
      const [one, other] = [seeded(3), seeded(3)];
      const wanted = model.sample(50, one);
      const batch = Float64Array.from({ length: 50 }, () => 7);
      assert.equal(model.sampleInto(batch, other), batch);
      assert.deepEqual(Array.from(batch), Array.from(wanted));
      assert.equal(other.bits(), one.bits());
    });
    test(`${name}: parameters are frozen and finite`, () => {
      const { parameters } = family.fit(data);
      assert.ok(Object.isFrozen(parameters));
      const numbers = Object.values(parameters).flatMap((p) =>
        typeof p === "number" ? [p] : Array.from(p as Numbers),
      );
      assert.ok(numbers.length > 0 && numbers.every(Number.isFinite));
    });
    test(`${name}: a sample of a model can be fitted again, and every item of it is possible`, () => {
      const model = family.fit(data);
      const sample = model.sample(30, seeded(5));
      family.fit(sample);
      for (let i = 0; i < sample.length; i += 1) assert.ok(model.logProb!(sample[i]!) > -Infinity);
    });
    test(`${name}: empty data and a negative count are refused`, () => {
      assert.throws(
        () => family.fit([]),
        /^RangeError: Cannot fit .*: data must hold at least \d \w+, got 0$/,
      );
      assert.throws(
        () => family.fit(data).sample(-1, seeded(1)),
        /count must be an integer of at least 0, got -1/,
      );
    });
  }
}

test("gaussian: log densities integrate to one, and unigram probabilities sum to one", () => {
  const model: FittedGaussian = gaussian({ ddof: 1 }).known({ mean: 1, sd: 2 });
  let area = 0;
  for (let x = -20; x <= 22; x += 0.01) area += 0.01 * Math.exp(model.logProb(x));
  near(area, 1);
  const words = unigram({ vocabularySize: 5 }).fit([0, 3, 3, 1]);
  near(
    [0, 1, 2, 3, 4].reduce((sum, id) => sum + Math.exp(words.logProb(id)), 0),
    1,
  );
});

test("models name the argument they reject", () => {
  assert.throws(() => gaussian({ ddof: 1 }).fit([1]), /data must hold at least 2 values, got 1/);
  assert.throws(
    () => gaussian({ ddof: 1 }).known({ mean: 0, sd: -1 }),
    /sd must be finite and not negative, got -1/,
  );
  assert.throws(
    () => unigram({ vocabularySize: 0 }),
    /vocabularySize must be an integer of at least 1, got 0/,
  );
  assert.throws(
    () => unigram({ vocabularySize: 2 }).fit([0, 2]),
    /data\[1\] must be an integer from 0 to 1, got 2/,
  );
});

// ---- regimes

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
