// Means are over the right number of items, also where the last batch is not full; and the least sizes work.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { add, mul, type Scalar, sum, type Tensor, tensor1d } from "@tensorflow/tfjs-core";
import { permutation, seeded } from "../../../lib/index.ts";
import { networkWeights, neuralLanguageModel, openTensors, train, vae } from "../../../lib/tensor/index.ts";

beforeEach(async () => {
  await openTensors({ among: ["wasm"] });
});

/** A loss of item + weight for each item: its sum over a batch, and a gradient of 1 per item. */
function oneWeight(count: number, batchSize: number) {
  const weights = networkWeights([{ name: "shift", shape: [1] }], () => 0);
  const training = train({
    ...{ weights, count, batchSize, epochs: 1, learningRate: 1e-3, rng: seeded(1) },
    batch: (items) => [tensor1d(Float32Array.from(items, (item) => item + 1))],
    gradients: ([shift], [x]) => ({
      value: sum(add(x as Tensor, mul(shift as Tensor, 0))) as Scalar,
      grads: [tensor1d([x!.size])],
    }),
  });
  return { loss: training.next().value!.loss, weight: weights.values[0]! };
}

test("7 items in batches of 3: the loss of an epoch is the mean over items, (1 + … + 7) / 7 = 4", () => {
  assert.equal(oneWeight(7, 3).loss, 4);
});

test("7 items in batches of 3 move a weight as 6 in batches of 2 do: three steps of one gradient per item", () => {
  assert.equal(oneWeight(7, 3).weight, oneWeight(6, 2).weight);
  // Adam's step under a constant gradient is its rate.
  assert.ok(Math.abs(oneWeight(7, 3).weight + 3e-3) < 1e-8);
});

const rows = Array.from({ length: 7 }, (_, i) =>
  Array.from({ length: 4 }, (_, j) => ((3 * i + 5 * j) % 8) / 8),
);
const make = { hidden: 3, latent: 2, epochs: 1, batchSize: 3, writes: "means" } as const;

test("vae: what training reports is loss() of the same items with the same draws", () => {
  // At a rate of 1e-12 the weights stay where they began.
  const model = vae({ ...make, learningRate: 1e-12 }).fit(rows, seeded(1));
  const rng = seeded(1).split("training");
  const inOrder = Array.from(permutation(7, rng), (i) => rows[i]!);
  const loss = model.loss(inOrder, rng);
  assert.ok(
    Math.abs(model.parameters.losses[0]! - loss) < 1e-5 * loss,
    `${model.parameters.losses[0]}, ${loss}`,
  );
});

test("vae: encode() gives μ and exp(½ log σ²) of its own weights", () => {
  const model = vae({ ...make, learningRate: 0.05, epochs: 20 }).fit(rows, seeded(2));
  const w = model.parameters.weights;
  const [d, h, l] = [4, 3, 2];
  const { means, sds } = model.encode(rows);
  for (const [i, x] of rows.entries()) {
    const hidden = Array.from({ length: h }, (_, j) =>
      Math.max(
        0,
        x.reduce((total, value, k) => total + value * w[k * h + j]!, w[d * h + j]!),
      ),
    );
    const from = d * h + h;
    const out = Array.from({ length: 2 * l }, (_, j) =>
      hidden.reduce((total, value, k) => total + value * w[from + k * 2 * l + j]!, w[from + h * 2 * l + j]!),
    );
    for (let j = 0; j < l; j += 1) {
      assert.ok(Math.abs(means[i]![j]! - out[j]!) < 1e-5, `μ[${i}][${j}]`);
      const sd = Math.exp(out[l + j]! / 2);
      assert.ok(Math.abs(sds[i]![j]! - sd) < 1e-5 * sd, `σ[${i}][${j}]: ${sds[i]![j]}, not ${sd}`);
    }
  }
});

for (const backend of ["wasm", "js"] as const) {
  test(`the least networks train and write on ${backend}`, async () => {
    await openTensors({ among: [backend] });
    const least = {
      hidden: 1,
      latent: 1,
      epochs: 1,
      batchSize: 9,
      learningRate: 0.01,
      writes: "draws",
    } as const;
    const model = vae(least).fit([[1]], seeded(1));
    assert.ok(Number.isFinite(model.parameters.losses[0]));
    assert.deepEqual(model.sample(0, seeded(2)), []);
    assert.ok([0, 1].includes(model.sample(1, seeded(2))[0]![0]!));
    const words = {
      vocabularySize: 1,
      context: 1,
      embedding: 1,
      hidden: 1,
      epochs: 1,
      batchSize: 9,
      learningRate: 0.01,
    };
    const letters = neuralLanguageModel(words).fit([0], seeded(1));
    assert.equal(letters.parameters.losses[0], 0); // one word alone is no surprise
    assert.deepEqual(letters.sample(2, seeded(2)), Uint32Array.of(0, 0));
    assert.equal(letters.logProb(0), 0);
  });
}
