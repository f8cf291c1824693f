// What splits the stream that it is given takes nothing from it: the caller's own draws stay what they were, and what
// it makes does not depend on how much was drawn before.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  commonRandomNumbers,
  driftingWorld,
  ecosystem,
  gaussian,
  generativeClassifier,
  manyLoops,
  multivariateGaussian,
  type Rng,
  replace,
  seeded,
} from "../../../lib/index.ts";

const family = gaussian({ ddof: 1 });
const start = family.known({ mean: 0, sd: 1 });
const common = { family, start, regime: replace(), generations: 3, size: 5 } as const;

const splitting: Readonly<Record<string, (rng: Rng) => unknown>> = {
  "driftingWorld()": (rng) => {
    const { centre, source } = driftingWorld({ step: 1, sd: 1 }, rng);
    return [0, 3, 1].map((generation) => [centre(generation), source(2, seeded(2), generation)]);
  },
  "commonRandomNumbers()": (rng) =>
    commonRandomNumbers({ settings: [1, 2], runs: 3, rng, simulate: (by, stream) => by * stream.next() }),
  "manyLoops()": (rng) =>
    manyLoops({ ...common, runs: 2, rng, read: { mean: ({ model }) => model.parameters.mean } }),
  "manyLoops() with data of each run": (rng) =>
    manyLoops({
      ...{ family, regime: replace(), generations: 2, runs: 2, rng },
      data: (stream) => Float64Array.of(stream.next(), stream.next(), stream.next()),
      read: { mean: ({ model }) => model.parameters.mean },
    }),
  "ecosystem()": (rng) =>
    Array.from(ecosystem({ ...common, lineages: 2, migration: 0.5, rng }), (turns) =>
      turns.map(({ model }) => model.parameters),
    ),
  "generativeClassifier().fit()": (rng) => {
    const own = multivariateGaussian({ ddof: 0 });
    const drawing = {
      ...own,
      fitDraws: true,
      fit: (_: unknown, stream?: Rng) => own.known({ mean: [stream!.next()], covariance: [[1]] }),
    };
    const options = { classes: 2, family: drawing, design: "generated", labels: "argmax" } as const;
    return generativeClassifier(options).fit([[0, 0], [1, 1], [2, 1]], rng).parameters; // biome-ignore format: rows
  },
};

for (const [name, make] of Object.entries(splitting))
  test(`${name} leaves the stream as it was, and does not depend on how far it is`, () => {
    const [rng, used] = [seeded(5), seeded(5)];
    const made = make(rng);
    assert.deepEqual(
      [rng.next(), rng.next()],
      [seeded(5)].flatMap((own) => [own.next(), own.next()]),
    );
    for (let i = 0; i < 7; i += 1) used.next();
    assert.deepEqual(make(used), made);
    assert.notDeepEqual(make(seeded(6)), made, "it draws at all");
  });

test("what is made of one stream under two names or numbers is not the same", () => {
  const rng = seeded(5);
  const [one, other] = [rng.split(1), rng.split(2)].map((each) =>
    driftingWorld({ step: 1, sd: 0 }, each).centre(1),
  );
  assert.notEqual(one, other);
  const rows = commonRandomNumbers({ settings: [0, 0], runs: 3, rng, simulate: (_, own) => own.next() });
  assert.deepEqual(rows[0], rows[1], "settings share their luck");
  assert.equal(new Set(rows[0]).size, 3, "runs do not");
});
