// What stands in a training set, item by item: a model writes its own number, so every item says who wrote it.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  accumulate,
  accumulateSubsample,
  augment,
  bestOf,
  driftingWorld,
  ecosystem,
  type Family,
  type Fitted,
  fixedShare,
  fresh,
  loop,
  manyLoops,
  type Regime,
  replace,
  seeded,
  verified,
  weighted,
} from "../../../lib/index.ts";
import { placesWithoutReplacement } from "../../../lib/loops/parts/placesWithoutReplacement.ts";

type Stamped = Fitted<number, object, Float64Array>;
const writes = (stamp: number): Stamped => ({
  parameters: {},
  sample: (count) => new Float64Array(count).fill(stamp),
});
/** The n-th fit gives a model that writes n: in one loop, the model of generation n. */
function stamping(): Family<number, object, Float64Array> {
  let fits = 0;
  const fit = () => {
    fits += 1;
    return writes(fits - 1);
  };
  return { name: "stamping", fit, fitWeighted: fit };
}

const human = Float64Array.of(91, 92, 93, 94, 95);
/** New human items say in which generation they came: 1000 times it, and their place. */
const source = (count: number, _: unknown, generation: number) =>
  Float64Array.from({ length: count }, (_, i) => 1000 * generation + i);

const contents: [regime: Regime<Float64Array>, size: number | ((t: number) => number), sets: number[][]][] = [
  [
    replace(),
    2,
    [
      [0, 0],
      [1, 1],
      [2, 2],
    ],
  ],
  [replace(), (t) => t, [[0], [1, 1], [2, 2, 2]]],
  [
    accumulate(),
    2,
    [
      [91, 92, 93, 94, 95, 0, 0],
      [91, 92, 93, 94, 95, 0, 0, 1, 1],
      [91, 92, 93, 94, 95, 0, 0, 1, 1, 2, 2],
    ],
  ],
  [
    augment(),
    1,
    [
      [91, 92, 93, 94, 95, 0],
      [91, 92, 93, 94, 95, 1],
      [91, 92, 93, 94, 95, 2],
    ],
  ],
  // A half of 5 rounds up to 3, a fifth of 5 is 1, and all of it leaves nothing to write.
  [
    fixedShare({ share: 0.5 }),
    5,
    [
      [91, 92, 93, 0, 0],
      [91, 92, 93, 1, 1],
      [91, 92, 93, 2, 2],
    ],
  ],
  [
    fixedShare({ share: (t) => t / 5 }),
    5,
    [
      [91, 0, 0, 0, 0],
      [91, 92, 1, 1, 1],
      [91, 92, 93, 2, 2],
    ],
  ],
  [fixedShare({ share: 1 }), 5, [[...human], [...human], [...human]]],
  [fixedShare({ share: 0 }), 1, [[0], [1], [2]]],
  [
    fresh({ share: 0.5, source }),
    5,
    [
      [1000, 1001, 1002, 0, 0],
      [2000, 2001, 2002, 1, 1],
      [3000, 3001, 3002, 2, 2],
    ],
  ],
  [
    fresh({ count: 2, source }),
    2,
    [
      [1000, 1001],
      [2000, 2001],
      [3000, 3001],
    ],
  ],
  [
    fresh({ count: (t) => t - 1, source }),
    2,
    [
      [0, 0],
      [2000, 1],
      [3000, 3001],
    ],
  ],
  [fresh({ chance: 1, source }), 1, [[1000], [2000], [3000]]],
  [fresh({ chance: 0, source }), 1, [[0], [1], [2]]],
  [
    weighted({ weight: 0.5, count: 1, source }),
    2,
    [
      [1000, 0],
      [2000, 1],
      [3000, 2],
    ],
  ],
];
for (const [regime, size, sets] of contents) {
  test(`the training sets of generations 1, 2, 3 under "${regime.name}", size ${String(size)}, item by item`, () => {
    const turns = [
      ...loop({ family: stamping(), data: human, regime, size, generations: 3, rng: seeded(1) }),
    ];
    assert.deepEqual(
      turns.map(({ data }) => [...data!]),
      [[...human], ...sets],
    );
  });
}

test("without human data, accumulate begins with what the known model wrote", () => {
  const common = { start: writes(7), size: 2, generations: 2, rng: seeded(1) };
  for (const [regime, sets] of [
    [accumulate(), [null, [7, 7], [7, 7, 0, 0]]],
    [replace(), [null, [7, 7], [0, 0]]],
  ] as const) {
    const turns = loop({ ...common, family: stamping(), regime });
    assert.deepEqual(
      Array.from(turns, ({ data }) => data && [...data]),
      sets,
    );
  }
});

test("a subsample is of everything ever written: 2 of 4 and then of 6, each item equally often (3000 loops)", () => {
  const [runs, human] = [3000, Float64Array.of(91, 92)];
  const share =
    (wanted: (item: number) => boolean) =>
    ({ data }: { data: Float64Array | null }) =>
      data!.filter(wanted).length / 2;
  const { people, first, second } = manyLoops({
    family: { name: "writes 0, 1, …", fit: stamping().fit },
    data: human,
    regime: () => accumulateSubsample(),
    generations: 2,
    runs,
    rng: seeded(2),
    // The family counts on through the runs, three fits in each.
    read: {
      people: share((item) => item > 90 && item < 93),
      first: ({ data }, run) => data!.filter((item) => item === 3 * run).length / 2,
      second: ({ data }, run) => data!.filter((item) => item === 3 * run + 1).length / 2,
    },
  });
  const meanOf = (values: Float64Array) => values.reduce((sum, x) => sum + x, 0) / runs;
  // Items 91 and 92 are the stamps of runs 30, too: one run in 3000 that cannot move a share by 4 standard errors.
  const room = (p: number) => 4 * Math.sqrt((p * (1 - p)) / (2 * runs)) + 1 / runs;
  for (const [values, p] of [
    [people[1], 1 / 2],
    [first[1], 1 / 2],
    [people[2], 1 / 3],
    [first[2], 1 / 3],
    [second[2], 1 / 3],
  ] as const) {
    assert.ok(Math.abs(meanOf(values!) - p) <= room(p), `${meanOf(values!)}, not ${p}`);
  }
});

test("places without replacement: all sets equally often, no place twice, and the ends", () => {
  const rng = seeded(3);
  const counts = new Map<string, number>();
  const draws = 6000;
  for (let i = 0; i < draws; i += 1) {
    const set = [...placesWithoutReplacement(4, 2, rng)].sort().join("");
    counts.set(set, (counts.get(set) ?? 0) + 1);
  }
  assert.deepEqual([...counts.keys()].sort(), ["01", "02", "03", "12", "13", "23"]);
  const room = 4 * Math.sqrt((draws * 5) / 36);
  for (const count of counts.values()) assert.ok(Math.abs(count - draws / 6) <= room, `${count} of ${draws}`);
  assert.deepEqual([...placesWithoutReplacement(3, 3, rng)].sort(), [0, 1, 2]);
  assert.equal(placesWithoutReplacement(3, 0, rng).length, 0);
});

test("every generation learns from a stream of its own, named by its number, which writing does not move", () => {
  const draws: number[] = [];
  const family: Family<number, object, Float64Array> = {
    name: "drawing",
    fitDraws: true,
    fit(_, rng) {
      draws.push(rng!.next());
      return {
        parameters: {},
        sample: (count, stream) => Float64Array.from({ length: count }, () => stream.next()),
      };
    },
  };
  const rng = () => seeded(4);
  const turns = [...loop({ family, data: human, regime: replace(), generations: 3, rng: rng() })];
  assert.deepEqual(
    draws,
    [0, 1, 2, 3].map((t) => rng().split("fit").split(t).next()),
  );
  assert.equal(new Set(draws).size, 4);
  const stream = rng();
  assert.deepEqual(
    turns.slice(1).map(({ data }) => [...data!]),
    [1, 2, 3].map(() => Array.from({ length: 5 }, () => stream.next())),
  );
});

test("a writer and a regime are told the generation that will learn, and how many items it wants", () => {
  const told: unknown[] = [];
  const regime = weighted({ weight: 0.5, count: 1, source });
  const turns = loop({
    family: stamping(),
    data: human,
    regime: {
      ...regime,
      weights(generation, size) {
        told.push(["weights", generation, size]);
        return regime.weights(generation, size);
      },
    },
    size: (t) => 2 * t,
    write(model, count, rng, generation) {
      told.push(["write", generation, count]);
      return model.sample(count, rng);
    },
    generations: 2,
    rng: seeded(1),
  });
  assert.equal([...turns].length, 3);
  assert.deepEqual(told, [
    ["write", 1, 1],
    ["weights", 1, 2],
    ["write", 2, 3],
    ["weights", 2, 4],
  ]);
});

for (const [options, size, weights] of [
  [{ weight: 0, share: 0 }, 4, [1, 1, 1, 1]],
  [{ weight: 1, share: 1 }, 2, [1, 1]],
  [{ weight: 0.25, count: 3 }, 4, [1 / 3, 1 / 3, 1 / 3, 3]],
  [{ weight: 0, count: 1 }, 2, [0, 2]],
] as const) {
  test(`weights of ${size} items with ${JSON.stringify(options)}`, () => {
    assert.deepEqual([...weighted({ ...options, source }).weights(1, size)], weights);
  });
}

for (const lineages of [2, 3]) {
  test(`${lineages} lineages, migration ½: of the items of each, ½ · (D − 1) / D are foreign (4 standard errors)`, () => {
    const size = 20_000;
    const years = ecosystem({
      family: { name: "first item", fit: (data) => writes(data[0]!) } satisfies Family<
        number,
        object,
        Float64Array
      >,
      data: (_, lineage) => Float64Array.of(lineage),
      regime: replace(),
      lineages,
      migration: 0.5,
      size,
      generations: 1,
      rng: seeded(5),
    });
    const [, year] = [...years];
    const foreign = (0.5 * (lineages - 1)) / lineages;
    for (const [lineage, { data }] of year!.entries()) {
      const seen = data!.filter((item) => item !== lineage).length / size;
      assert.ok(
        Math.abs(seen - foreign) <= 4 * Math.sqrt((foreign * (1 - foreign)) / size),
        `${seen}, not ${foreign}`,
      );
    }
  });
}

const counting = (): Stamped => {
  let next = 0;
  return { parameters: {}, sample: (count) => Float64Array.from({ length: count }, () => next++) };
};

test("bestOf chooses among its own candidates: item i from candidates i · K … i · K + K − 1", () => {
  const best = bestOf({ candidates: 3, reward: (item: number) => ([1, 5, 6].includes(item) ? 600 : 0) });
  assert.deepEqual([...best(counting(), 3, seeded(1), 1)], [1, 5, 6]);
});

test("verified keeps the order of writing, asks for as many as are wanted, and stops at the last one needed", () => {
  const asked: number[] = [];
  const even = verified({
    accepts: (item: number) => {
      asked.push(item);
      return item % 2 === 0;
    },
  });
  assert.deepEqual([...even(counting(), 3, seeded(1), 1)], [0, 2, 4]);
  assert.deepEqual(asked, [0, 1, 2, 3, 4]);
  assert.deepEqual([...even(counting(), 0, seeded(1), 1)], []);
});

for (const [count, seen] of [
  [1, 10_001],
  [3, 10_002],
] as const) {
  test(`verified gives up after ${seen} rejections where ${count} are wanted, and not before`, () => {
    const accepts = (last: number) => verified({ accepts: (item: number) => item === last });
    assert.throws(
      () => accepts(-1)(counting(), count, seeded(1), 1),
      new RegExp(`at least 1 item in 10000, got 0 of ${seen}$`),
    );
    if (count === 1) assert.deepEqual([...accepts(10_000)(counting(), 1, seeded(1), 1)], [10_000]);
  });
}

test("a drifting world starts at 0 and walks by steps of its own stream, in whatever order it is asked", () => {
  const world = driftingWorld({ step: 2, sd: 0 }, seeded(6));
  const still = driftingWorld({ step: 1, sd: 0 }, seeded(6));
  const [third, first] = [world.centre(3), world.centre(1)];
  assert.equal(world.centre(0), 0);
  assert.equal(first, 2 * still.centre(1));
  assert.ok(Math.abs(third - 2 * still.centre(3)) < 1e-12);
  const squares = Array.from(
    { length: 2000 },
    (_, i) => driftingWorld({ step: 1, sd: 0 }, seeded(i)).centre(4) ** 2,
  );
  const meanSquare = squares.reduce((sum, x) => sum + x, 0) / 2000; // four steps: variance 4
  assert.ok(Math.abs(meanSquare - 4) <= 4 * 4 * Math.sqrt(2 / 2000), `${meanSquare}, not 4`);
  assert.deepEqual([...world.source(2, seeded(1), 3)], [third, third]);
  const wide = driftingWorld({ step: 0, sd: 3 }, seeded(6)).source(4000, seeded(7), 1);
  const variance = wide.reduce((sum, x) => sum + x * x, 0) / 4000;
  assert.ok(Math.abs(variance - 9) <= 4 * 9 * Math.sqrt(2 / 4000), `${variance}, not 9`);
});
