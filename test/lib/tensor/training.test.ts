// Training: the same on every backend, the same from the same seed, and worth the trouble.
import assert from "node:assert/strict";
import { test } from "node:test";
import { digits } from "generation-loss-data/digits";
import { seeded, standardNormal } from "../../../lib/index.ts";
import { type BackendName, neuralLanguageModel, openTensors, vae } from "../../../lib/tensor/index.ts";
import { findNative } from "../../tools/native.ts";

const { images } = await digits();
const rows = Array.from(images.slice(0, 320), (image) => Float64Array.from(image, (x) => x / 16));
const text = Array.from("she sells sea shells by the sea shore ".repeat(9), (c) => " abehlorsty".indexOf(c));

/** Each makes 20 steps. */
const trainings = {
  vae: () =>
    vae({ hidden: 32, latent: 4, epochs: 4, batchSize: 64, learningRate: 0.003, writes: "means" }).fit(
      rows,
      seeded(1),
    ),
  "neural language model": () =>
    neuralLanguageModel({
      ...{
        vocabularySize: 11,
        context: 4,
        embedding: 5,
        hidden: 24,
        epochs: 4,
        batchSize: 72,
        learningRate: 0.003,
      },
    }).fit(text, seeded(1)),
};

test("native, WebAssembly and plain JavaScript agree to 1e-4 after 20 steps", async (t) => {
  const native = findNative();
  const backends: BackendName[] = "reason" in native ? ["wasm", "js"] : ["native", "wasm", "js"];
  for (const [name, train] of Object.entries(trainings)) {
    const made = [];
    for (const backend of backends) {
      await openTensors({ among: [backend] });
      made.push(train().parameters);
    }
    for (const other of made.slice(1)) {
      made[0]!.weights.forEach((w, i) => {
        assert.ok(
          Math.abs(w - other.weights[i]!) < 1e-4,
          `${name}, weight ${i}: ${w} and ${other.weights[i]}`,
        );
      });
      made[0]!.losses.forEach((loss, i) => {
        assert.ok(Math.abs(loss - other.losses[i]!) < 1e-4 * loss, `${name}, epoch ${i + 1}`);
      });
    }
  }
  if ("reason" in native) t.skip(native.reason);
});

for (const context of [1, 2, 4])
  test(`a language network of context ${context} says of its text what training found: the mean loss`, async () => {
    await openTensors({ among: ["js"] });
    const make = { vocabularySize: 11, context, embedding: 5, hidden: 24, epochs: 1, batchSize: 72 };
    // So small a step moves no weight of 32 bits: the loss of the epoch is that of the model.
    const model = neuralLanguageModel({ ...make, learningRate: 1e-15 }).fit(text, seeded(8));
    const surprise = -model.logProbs(text).reduce((sum, log) => sum + log, 0) / text.length;
    const [loss = Number.NaN] = model.parameters.losses;
    assert.ok(Math.abs(surprise - loss) < 1e-6, `${surprise}, not ${loss}`);
  });

test("a language network sees its context in the order of the text: h = relu(Σₖ E(wₖ) W₁ₖ + b₁), by hand", async () => {
  await openTensors({ among: ["js"] });
  const [v, context, embedding, hidden] = [3, 2, 2, 4];
  const make = {
    vocabularySize: v,
    context,
    embedding,
    hidden,
    epochs: 20,
    batchSize: 4,
    learningRate: 0.05,
  };
  const model = neuralLanguageModel(make).fit([0, 1, 2, 2, 1, 0, 0, 2], seeded(9));
  const { weights } = model.parameters;
  // Rows of the embedding, the last for the place before a text; then W₁, b₁, W₂, b₂.
  const sizes = [(v + 1) * embedding, context * embedding * hidden, hidden, hidden * v, v];
  const ends = sizes.map((_, i) => sizes.slice(0, i + 1).reduce((sum, size) => sum + size));
  const [table, w1, b1, w2, b2] = sizes.map((size, i) => weights.subarray(ends[i]! - size, ends[i]));
  assert.equal(ends.at(-1), weights.length);
  const byHand = (before: readonly number[]): number[] => {
    const x = before.flatMap((token) => [...table!.subarray(token * embedding, (token + 1) * embedding)]);
    const h = Array.from(b1!, (bias, j) =>
      Math.max(
        0,
        x.reduce((sum, value, i) => sum + value * w1![i * hidden + j]!, bias),
      ),
    );
    const logits = Array.from(b2!, (bias, k) =>
      h.reduce((sum, value, j) => sum + value * w2![j * v + k]!, bias),
    );
    const total = logits.reduce((sum, logit) => sum + Math.exp(logit), 0);
    return logits.map((logit) => Math.exp(logit) / total);
  };
  const mark = v;
  for (const [tokens, seen] of [
    [[], [mark, mark]],
    [[1], [mark, 1]],
    [
      [1, 2],
      [1, 2],
    ],
    [
      [2, 1],
      [2, 1],
    ],
    [
      [0, 0, 2, 1],
      [2, 1],
    ],
  ] as const)
    for (const [k, p] of byHand(seen).entries())
      assert.ok(Math.abs(model.distribution(tokens)[k]! - p) < 1e-6, `p(${k} | ${tokens})`);
  assert.notDeepEqual(model.distribution([1, 2]), model.distribution([2, 1]));
});

test("the same seed gives the same bytes, another seed others, and the loss falls", async () => {
  await openTensors({ among: ["wasm"] });
  for (const train of Object.values(trainings)) {
    const { weights, losses } = train().parameters;
    assert.deepEqual(train().parameters.weights, weights);
    assert.ok(losses.at(-1)! < losses[0]!);
  }
  const family = vae({
    hidden: 8,
    latent: 2,
    epochs: 1,
    batchSize: 64,
    learningRate: 0.003,
    writes: "means",
  });
  assert.notDeepEqual(family.fit(rows, seeded(1)).parameters, family.fit(rows, seeded(2)).parameters);
});

test("training with breaks gives the same model, tells each epoch, and lets the event loop turn", async () => {
  await openTensors({ among: ["wasm"] });
  const family = vae({
    hidden: 8,
    latent: 2,
    epochs: 3,
    batchSize: 64,
    learningRate: 0.003,
    writes: "means",
  });
  let turns = 0;
  const timer = setInterval(() => {
    turns += 1;
  }, 0);
  const epochs: number[] = [];
  const model = await family.fitWithBreaks(rows, seeded(1), ({ epoch }) => epochs.push(epoch));
  clearInterval(timer);
  assert.deepEqual(epochs, [1, 2, 3]);
  assert.ok(turns > 0);
  assert.deepEqual(model.parameters, family.fit(rows, seeded(1)).parameters);
});

test("vae: a latent space of its own is found again: two kinds of item, two clouds", async () => {
  await openTensors({ among: ["wasm"] });
  const rng = seeded(3);
  const kinds = Array.from({ length: 400 }, (_, i) =>
    Float64Array.from(
      { length: 12 },
      (_, j) => (j < 6 === (i % 2 === 0) ? 0.9 : 0.1) + 0.02 * Math.tanh(standardNormal(rng)),
    ),
  );
  const family = vae({
    hidden: 16,
    latent: 2,
    epochs: 60,
    batchSize: 50,
    learningRate: 0.01,
    writes: "means",
  });
  const model = family.fit(kinds, seeded(4));
  const sides = model.encode(kinds).means;
  const gap = (i: number, j: number) => Math.hypot(...sides[i]!.map((z, k) => z - sides[j]![k]!));
  assert.ok(gap(0, 1) > 3 * gap(0, 2), `${gap(0, 1)} between kinds, ${gap(0, 2)} within one`);
  const written = model.sample(400, seeded(5));
  const first = written.filter((row) => row[0]! > 0.5).length / 400;
  assert.ok(first > 0.25 && first < 0.75, `${first} of what it writes is of the first kind`); // far beyond 4 s.e. of 0.1
});

test("vae: writing draws gives 0 and 1 with the means' frequencies; latentSd 0 gives one picture", async () => {
  await openTensors({ among: ["wasm"] });
  const make = { hidden: 8, latent: 2, epochs: 2, batchSize: 64, learningRate: 0.003 } as const;
  const one = vae({ ...make, writes: "draws", latentSd: 0 }).fit(rows, seeded(1));
  const [mean] = one.decode([[0, 0]]);
  const count = 4000;
  const written = one.sample(count, seeded(6));
  mean!.forEach((p, j) => {
    const share = written.reduce((sum, row) => sum + row[j]!, 0) / count;
    assert.ok(
      Math.abs(share - p) <= 4.5 * Math.sqrt((p * (1 - p)) / count) + 1e-9,
      `pixel ${j}: ${share}, not ${p}`,
    );
  });
  const still = vae({ ...make, writes: "means", latentSd: 0 })
    .fit(rows, seeded(1))
    .sample(2, seeded(7));
  assert.deepEqual(still[0], still[1]);
});

test("neural language model: probabilities sum to one, and writing follows them", async () => {
  await openTensors({ among: ["wasm"] });
  const model = trainings["neural language model"]();
  const context = [1, 2, 3];
  const p = model.distribution(context);
  assert.ok(Math.abs(p.reduce((a, b) => a + b) - 1) < 1e-12);
  assert.equal(model.logProb(4, context), Math.log(p[4]!));
  assert.equal(model.logProbs([1, 2, 3, 4])[3], Math.log(p[4]!));
  const first = model.distribution([]);
  const runs = 20_000;
  const counts = new Float64Array(11);
  for (let run = 0; run < runs; run += 1) counts[model.sample(1, seeded(run))[0]!]! += 1;
  first.forEach((q, token) => {
    const away = Math.abs(counts[token]! / runs - q);
    assert.ok(away <= 4.5 * Math.sqrt((q * (1 - q)) / runs), `token ${token}: off by ${away}`);
  });
});

test("the networks name the argument they reject", async () => {
  await openTensors({ among: ["js"] });
  const make = {
    hidden: 2,
    latent: 1,
    epochs: 1,
    batchSize: 4,
    learningRate: 0.01,
    writes: "means",
  } as const;
  assert.throws(() => vae({ ...make, hidden: 0 }), /hidden must be an integer of at least 1, got 0/);
  assert.throws(() => vae({ ...make, learningRate: -1 }), /learningRate must be finite and above 0, got -1/);
  assert.throws(
    () => vae({ ...make, writes: "words" as never }),
    /writes must be "means" or "draws", got words/,
  );
  assert.throws(() => vae({ ...make, latentSd: -1 }), /latentSd must be finite and not negative, got -1/);
  const family = vae(make);
  assert.throws(() => family.fit([]), /^RangeError: Cannot fit vae: data must hold at least 1 row, got 0/);
  assert.throws(() => family.fit([[0.5]]), /^TypeError: .*rng must be a seeded stream, got undefined/);
  assert.throws(() => family.fit([[0, 2]], seeded(1)), /data\[0\]\[1\] must lie between 0 and 1, got 2/);
  assert.throws(() => family.fit([[0, Number.NaN]], seeded(1)), /data\[0\]\[1\] must be finite, got NaN/);
  assert.throws(() => family.fit([[0, 1], [1]], seeded(1)), /data\[1\] must be a row of 2 numbers/);
  const model = family.fit([[0, 1]], seeded(1));
  assert.throws(() => model.encode([[1]]), /items must be rows of 2 numbers, got rows of 1/);
  assert.throws(() => model.decode([[1, 2]]), /latents must be rows of 1 numbers, got rows of 2/);
  const words = {
    vocabularySize: 3,
    context: 1,
    embedding: 1,
    hidden: 1,
    epochs: 1,
    batchSize: 4,
    learningRate: 0.01,
  };
  assert.throws(
    () => neuralLanguageModel({ ...words, context: 0 }),
    /context must be an integer of at least 1, got 0/,
  );
  const letters = neuralLanguageModel(words);
  assert.throws(() => letters.fit([0, 3], seeded(1)), /data\[1\] must be an integer from 0 to 2, got 3/);
  assert.throws(() => letters.fit([0, 1]), /rng must be a seeded stream, got undefined/);
  assert.throws(
    () => letters.fit([0, 1], seeded(1)).logProb(5),
    /token\[0\] must be an integer from 0 to 2, got 5/,
  );
});
