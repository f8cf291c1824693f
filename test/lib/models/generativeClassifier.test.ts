// Known values: the next share under argmax labels, by SciPy (test/reference/classicalModels.py).
import assert from "node:assert/strict";
import { test } from "node:test";
import { penguins } from "generation-loss-data/penguins";
import {
  categorical,
  gaussianMixture,
  generativeClassifier,
  type LabelChoice,
  loop,
  manyLoops,
  mean,
  multivariateGaussian,
  replace,
  seeded,
  standardError,
} from "../../../lib/index.ts";
import { readReference } from "../reference.ts";

const family = multivariateGaussian({ ddof: 0 });
const normal = (center: number) => family.known({ mean: [center], covariance: [[1]] });
/** Two groups, N(0, 1) and N(distance, 1), the second with the given share. */
const groups = (labels: LabelChoice, share: number, distance: number) =>
  generativeClassifier({ classes: 2, family, design: "generated", labels }).known({
    priors: [1 - share, share],
    models: [normal(0), normal(distance)],
    d: 1,
  });
const shareOf = (rows: Float64Array[]) => rows.map((row) => row[row.length - 1]!);

const { argmaxShare } = readReference<{ argmaxShare: { distance: number; share: number; next: number }[] }>(
  "classicalModels",
);
for (const { distance, share, next } of argmaxShare) {
  test(`argmax labels turn a share of ${share} at distance ${distance} into ${next.toFixed(4)} (100 000 rows)`, () => {
    const labels = shareOf(groups("argmax", share, distance).sample(100_000, seeded(91)));
    assert.ok(Math.abs(mean(labels) - next) < 4 * standardError(labels), `${mean(labels)}`);
  });
}

test("a class is drawn for every row first, then the rows of each class in turn, from one stream", () => {
  const [priors, count] = [[0.3, 0.05, 0, 0.4, 0.25], 200];
  const models = [normal(0), normal(1), null, normal(3), normal(4)];
  const make = { classes: 5, family, design: "generated", labels: "sampled" } as const;
  const rows = generativeClassifier(make).known({ priors, models, d: 1 }).sample(count, seeded(7));
  const rng = seeded(7);
  const draw = categorical(priors);
  const classOf = Array.from({ length: count }, () => draw(rng));
  const byHand = classOf.map((label) => Float64Array.of(Number.NaN, label));
  for (const [label, model] of models.entries()) {
    const places = Array.from(classOf.keys()).filter((i) => classOf[i] === label);
    const points = model && places.length > 0 ? model.sample(places.length, rng) : [];
    for (const [at, i] of places.entries()) byHand[i]![0] = points[at]![0]!;
  }
  assert.deepEqual(rows, byHand);
});

test("sampled labels keep the share on average, whether x is generated or given (100 000 rows)", () => {
  const model = groups("sampled", 0.2, 1);
  const written = model.sample(100_000, seeded(92));
  const [own, again] = [
    shareOf(written),
    Array.from(
      model.label(
        written.map((row) => row.subarray(0, 1)),
        "sampled",
        seeded(93),
      ),
    ),
  ];
  for (const labels of [own, again])
    assert.ok(Math.abs(mean(labels) - 0.2) < 4 * standardError(labels), `${mean(labels)}`);
});

test("posterior is Bayes' rule, and logProb the log of what is written", () => {
  const model = groups("sampled", 0.2, 1);
  const density = (z: number) => Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
  const [a, b] = [0.8 * density(0.3), 0.2 * density(-0.7)];
  const [p, q] = model.posterior([[0.3]])[0]!;
  assert.ok(Math.abs(p! - a / (a + b)) < 1e-12 && Math.abs(q! - b / (a + b)) < 1e-12);
  assert.ok(Math.abs(model.logProb([0.3, 1]) - Math.log(b)) < 1e-12);
  assert.ok(Math.abs(groups("argmax", 0.2, 1).logProb([0.3, 0]) - Math.log(a + b)) < 1e-12);
  assert.equal(groups("argmax", 0.2, 1).logProb([0.3, 1]), -Infinity);
});

test("of classes that are equally likely argmax takes the first, as NumPy's and scikit-learn's do", () => {
  const known = (priors: number[], centers: (number | null)[]) =>
    generativeClassifier({ classes: priors.length, family, design: "generated", labels: "argmax" }).known({
      priors,
      models: centers.map((center) => (center === null ? null : normal(center))),
      d: 1,
    });
  const midway = known([0.5, 0.5], [-1, 1]);
  assert.deepEqual(midway.label([[-1], [0], [1]], "argmax"), Uint32Array.of(0, 0, 1));
  assert.equal(midway.logProb([0, 1]), -Infinity);
  const three = known([0, 0.25, 0.5, 0.25], [null, 0, 5, 0]);
  assert.deepEqual(three.label([[0], [5]], "argmax"), Uint32Array.of(1, 2));
});

test("a group that argmax has taken is gone for good; relabelling one design says who it was", () => {
  const points = [[-1], [0], [0.4], [1], [1.3], [2]];
  const data = points.map(([x], i) => Float64Array.of(x!, Number(i === 4))); // one row of group 1
  const options = {
    components: 1,
    covariance: "full",
    covarianceFloor: 0.5,
    iterations: 5,
    tolerance: 0,
    start: "k-means++",
  } as const;
  const classifier = generativeClassifier({
    classes: 3,
    family: gaussianMixture(options),
    design: points,
    labels: "argmax",
  });
  const turns = [...loop({ family: classifier, data, regime: replace(), generations: 2, rng: seeded(1) })];
  const priors = turns.map(({ model }) => model.parameters.priors[1]!);
  assert.ok(priors[0]! > 0 && priors[2] === 0);
  const last = turns[2]!.model;
  assert.equal(last.parameters.perClass[1], null);
  assert.deepEqual(
    turns[1]!.data!.map((row) => row[0]),
    points.map(([x]) => x),
  );
});

test("a generative classifier of mixtures tells classes of two lumps apart", () => {
  const options = {
    components: 2,
    covariance: "full",
    covarianceFloor: 0.01,
    iterations: 30,
    tolerance: 1e-6,
    start: "k-means++",
  } as const;
  const lumps = [[0, 0], [6, 0], [3, 1], [9, 1]] as const; // biome-ignore format: pairs
  const data = lumps.flatMap(([center, label], c) =>
    family
      .known({ mean: [center], covariance: [[0.1]] })
      .sample(40, seeded(c))
      .map((row) => [row[0]!, label]),
  );
  const classifier = generativeClassifier({
    classes: 2,
    family: gaussianMixture(options),
    design: "generated",
    labels: "sampled",
  });
  const model = classifier.fit(data, seeded(3));
  assert.deepEqual([...model.label([[0.2], [2.9], [6.1], [8.8]], "argmax")], [0, 1, 0, 1]);
});

test("one round of argmax labels on bill depth and body mass leaves no Chinstrap penguin, of 19.9 %", async () => {
  const species = ["Adelie", "Chinstrap", "Gentoo"];
  const birds = (await penguins()).filter((bird) => bird.billDepth !== null && bird.bodyMass !== null);
  const design = birds.map(({ billDepth, bodyMass }) => [billDepth!, bodyMass!]);
  const data = birds.map((bird, i) => Float64Array.of(...design[i]!, species.indexOf(bird.species)));
  const after = (labels: LabelChoice) => {
    const classifier = generativeClassifier({ classes: 3, family, design, labels });
    const turns = loop({ family: classifier, data, regime: replace(), generations: 1, rng: seeded(1) });
    return Array.from(turns, ({ model }) => model.parameters.priors[1]!);
  };
  assert.deepEqual(after("argmax"), [68 / 342, 0]);
  assert.ok(Math.abs(after("sampled")[1]! - 0.199) < 0.03);
});

test("sampled labels: the share of a group is a martingale through a loop (400 loops)", () => {
  const classifier = generativeClassifier({ classes: 2, family, design: "generated", labels: "sampled" });
  const { share } = manyLoops({
    family: classifier,
    start: groups("sampled", 0.3, 2),
    regime: replace(),
    generations: 5,
    size: 200,
    runs: 400,
    rng: seeded(94),
    read: { share: ({ model }) => model.parameters.priors[1]! },
  });
  assert.ok(Math.abs(mean(share[5]!) - 0.3) < 4 * standardError(share[5]!));
});

test("generativeClassifier() names the argument it rejects", () => {
  const options = { classes: 2, family, design: "generated", labels: "argmax" } as const;
  const classifier = generativeClassifier(options);
  const models = [normal(0), normal(1)];
  assert.throws(
    () => generativeClassifier({ ...options, classes: 0 }),
    /classes must be an integer of at least 1, got 0/,
  );
  assert.throws(
    () => generativeClassifier({ ...options, labels: undefined as never }),
    /labels must be "sampled" or "argmax", got undefined/,
  );
  assert.throws(() => classifier.fit([[1, 0], [2, 2]]), /data\[1\]\[1\] must be a label from 0 to 1, got 2/); // biome-ignore format: rows
  assert.throws(() => classifier.fit([[1]]), /data must hold rows \[x…, label\], got a row of 1/);
  assert.throws(
    () => classifier.known({ priors: [0.5, 0.4], models, d: 1 }),
    /priors must sum to 1, got 0.9/,
  );
  assert.throws(
    () => classifier.known({ priors: [1], models, d: 1 }),
    /priors and models must hold 2 classes, got 1 and 2/,
  );
  assert.throws(
    () => classifier.known({ priors: [0.5, 0.5], models: [normal(0), null], d: 1 }),
    /priors\[1\] must be 0 .*, got 0.5/,
  );
  const model = classifier.known({ priors: [0.5, 0.5], models, d: 1 });
  assert.throws(
    () => model.label([[1]], "sampled", undefined as never),
    /rng must be given for sampled labels, got undefined/,
  );
  assert.throws(() => model.logProb([1, 2]), /row\[1\] must be a label from 0 to 1, got 2/);
  assert.throws(() => model.posterior([[1, 2]]), /points\[0\] must hold 1 numbers .*, got 2/);
});
