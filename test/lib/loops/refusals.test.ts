// What plain JavaScript may hand to a loop by mistake, and the sentence that it gets.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  accumulate,
  bestOf,
  driftingWorld,
  ecosystem,
  fixedShare,
  fresh,
  gaussian,
  loop,
  manyLoops,
  replace,
  samplingBias,
  seeded,
  verified,
  weighted,
} from "../../../lib/index.ts";

type Call = (options: object) => unknown;
const family = gaussian({ ddof: 1 });
const start = family.known({ mean: 0, sd: 1 });
const common = { family, start, regime: replace(), generations: 2, size: 4, rng: seeded(1) };
const read = { sd: ({ model }: { model: { parameters: { sd: number } } }) => model.parameters.sd };

const entries: [name: string, action: string, right: object, call: Call][] = [
  ["loop", "start a loop", {}, (options) => [...loop({ ...common, ...options })]],
  [
    "manyLoops",
    "run many loops",
    { runs: 2, read },
    (options) => manyLoops({ ...common, runs: 2, read, ...options }),
  ],
  [
    "ecosystem",
    "start an ecosystem",
    { lineages: 2, migration: 0 },
    (options) => [...ecosystem({ ...common, lineages: 2, migration: 0, ...options })],
  ],
];
for (const [name, action, right, call] of entries) {
  test(`${name}() runs with what it needs`, () => assert.doesNotThrow(() => call(right)));

  const wrong: [option: string, value: unknown, message: RegExp][] = [
    ["regime", "replace", /: regime must be one such as replace\(\), got "replace"$/],
    ["regime", undefined, /: regime must be one such as replace\(\), got undefined$/],
    [
      "family",
      gaussian,
      /: family must be one such as gaussian\(\{ ddof: 1 \}\), got the function gaussian: call it first$/,
    ],
    ["family", undefined, /: family must be .*, got undefined$/],
    ["rng", Math.random, /: rng must be a seeded stream such as seeded\(1\), got the function random$/],
    ["rng", 7, /: rng must be .*, got 7$/],
    ["write", "all", /: write must be a function, got "all"$/],
    ["colour", 1, /: options must hold nothing but family, .*, got colour$/],
    ["generation", 3, /, got generation \(did you mean generations\?\)$/],
    ["Size", 3, /, got Size \(did you mean size\?\)$/],
  ];
  for (const [option, value, message] of wrong) {
    test(`${name}() refuses ${option}: ${typeof value === "function" ? value.name : String(value)}`, () => {
      assert.throws(
        () => call({ [option]: value }),
        (error: Error) => {
          assert.ok(error instanceof TypeError);
          assert.match(error.message, message);
          // A loop inside refuses what many loops and lineages only hand on.
          assert.match(error.message, new RegExp(`^Cannot (${action}|start a loop): `));
          return true;
        },
      );
    });
  }
  test(`${name}() without options says so`, () => {
    const bare = { loop, manyLoops, ecosystem }[name] as unknown as () => unknown;
    assert.throws(
      bare,
      new RegExp(`^TypeError: Cannot ${action}: options must be an object, got undefined$`),
    );
  });
}

test("what cannot start is refused when it is called, not when the first generation is asked for", () => {
  assert.throws(() => loop({ ...common, generations: -1 }), /generations must be/);
  assert.throws(() => ecosystem({ ...common, lineages: 0, migration: 0 }), /lineages must be/);
});

test("manyLoops() without readings, or with one that is no function, says so", () => {
  const many = (read: unknown) => () => manyLoops({ ...common, runs: 2, read: read as never });
  assert.throws(many(undefined), /^TypeError: .*: read must be an object of functions, got undefined$/);
  assert.throws(many({ sd: "sd" }), /^TypeError: .*: read\.sd must be a function, got "sd"$/);
  assert.throws(() => manyLoops({ ...common, run: 3, read } as never), /got run \(did you mean runs\?\)$/);
  assert.throws(
    () => manyLoops({ ...common, runs: 2, read, onRun: 1 as never }),
    /^TypeError: .*onRun must be a function, got 1$/,
  );
});

const notNumbers: [value: unknown, error: string, got: string][] = [
  [undefined, "TypeError", "undefined"],
  [null, "TypeError", "null"],
  ["1", "TypeError", '"1"'],
  [true, "TypeError", "true"],
  [Float64Array.of(1), "TypeError", "an object Float64Array"],
  [[1], "TypeError", "an array"],
  [Number.NaN, "RangeError", "NaN"],
];
for (const [value, error, got] of notNumbers) {
  test(`a reading that gives ${got} is named with its run and generation`, () => {
    // Run 5 is the first of two; its generation 1 is the first that goes wrong.
    const sigma = ({ generation }: { generation: number }, run: number) =>
      (run === 5 && generation === 0 ? 1 : value) as number;
    assert.throws(
      () => manyLoops({ ...common, runs: 2, firstRun: 5, read: { ...read, sigma } }),
      (thrown: Error) => {
        assert.equal(thrown.name, error);
        assert.equal(
          thrown.message,
          `Cannot read generation 1 of run 5: read.sigma must give a number, got ${got}`,
        );
        return true;
      },
    );
  });
}

test("an endless reading is a number: a divergence may be one", () => {
  const { far } = manyLoops({ ...common, runs: 1, read: { far: () => Number.POSITIVE_INFINITY } });
  assert.deepEqual(far[2], Float64Array.of(Number.POSITIVE_INFINITY));
});

const gives = (value: unknown) => () => value as never;
const callbacks: [what: string, options: object, message: RegExp][] = [
  [
    "a regime that gives nothing",
    { regime: { name: "mine", next: gives(undefined) } },
    /^TypeError: Cannot make generation 1: regime "mine" must give a batch of items, got undefined$/,
  ],
  [
    "a writer that gives nothing",
    { write: gives(undefined) },
    /^TypeError: Cannot make generation 1: write must give a batch of items, got undefined$/,
  ],
  [
    "a writer that gives too few items",
    { write: gives(Float64Array.of(1, 2, 3)) },
    /^RangeError: Cannot make generation 1: write must give 4 items, got 3$/,
  ],
  [
    "a model that gives too many items",
    { start: { ...start, sample: gives(new Float64Array(5)) } },
    /^RangeError: Cannot make generation 1: sample must give 4 items, got 5$/,
  ],
  [
    "a family that fits nothing",
    { family: { ...family, fit: gives(undefined) } },
    /^TypeError: Cannot fit generation 1: family "gaussian" must give a model with sample, got undefined$/,
  ],
  [
    "a schedule that gives NaN",
    { size: gives(Number.NaN) },
    /^RangeError: Cannot make generation 1: size\(1\) must be an integer of at least 1, got NaN$/,
  ],
  [
    "a human source that gives nothing",
    { regime: fresh({ share: 0.5, source: gives(undefined) }) },
    /^TypeError: Cannot add fresh data: source must give a batch of items, got undefined$/,
  ],
  [
    "a reward that gives nothing",
    { write: bestOf({ candidates: 2, reward: gives(undefined) }) },
    /^TypeError: Cannot choose the best: reward must give a number, got undefined$/,
  ],
  [
    "a reward that gives NaN",
    { write: bestOf({ candidates: 2, reward: gives(Number.NaN) }) },
    /^RangeError: Cannot choose the best: reward must be finite, got NaN$/,
  ],
  [
    "a verifier that gives nothing",
    { write: verified({ accepts: gives(undefined) }) },
    /^TypeError: Cannot verify: accepts must give true or false, got undefined$/,
  ],
  [
    "a share that gives nothing",
    { regime: fixedShare({ share: gives(undefined) }) },
    /^RangeError: Cannot keep a fixed share: share must lie between 0 and 1, got undefined$/,
  ],
];
for (const [what, options, message] of callbacks) {
  test(`${what} is named`, () => {
    assert.throws(() => [...loop({ ...common, ...options })], message);
  });
}

const source = (count: number) => new Float64Array(count);
const makers: [name: string, make: (options: never) => unknown, options: object][] = [
  ["fresh", fresh, { share: 0.5, source }],
  ["fixedShare", fixedShare, { share: 0.5 }],
  ["weighted", weighted, { weight: 0.5, share: 0.5, source }],
  ["bestOf", bestOf, { candidates: 2, reward: () => 0 }],
  ["verified", verified, { accepts: () => true }],
  ["samplingBias", samplingBias, { lambda: 0.5 }],
  ["driftingWorld", (options) => driftingWorld(options, seeded(1)), { step: 1, sd: 1 }],
];
for (const [name, make, options] of makers) {
  test(`${name}() refuses options that it does not know, and none at all`, () => {
    assert.doesNotThrow(() => make(options as never));
    const [first] = Object.keys(options) as [string];
    const typo = `${first}x`;
    assert.throws(
      () => make({ ...options, [typo]: 1 } as never),
      new RegExp(
        `^TypeError: Cannot .*: options must hold nothing but .*, got ${typo} \\(did you mean ${first}\\?\\)$`,
      ),
    );
    assert.throws(
      () => make(undefined as never),
      /^TypeError: Cannot .*: options must be an object, got undefined$/,
    );
  });
}

test("functions that are none are refused when they are given", () => {
  assert.throws(() => bestOf({ candidates: 2, reward: 1 as never }), /reward must be a function, got 1$/);
  assert.throws(() => verified({ accepts: true as never }), /accepts must be a function, got true$/);
  assert.throws(
    () => fresh({ share: 0.5, source: [1] as never }),
    /source must be a function, got an array$/,
  );
  assert.throws(() => driftingWorld({ step: 1, sd: 1 }, Math.random as never), /rng must be a seeded stream/);
  assert.throws(
    () => loop({ ...common, regime: accumulate as never }),
    /regime must be .*, got the function accumulate: call it first$/,
  );
});
