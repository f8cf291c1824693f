// Networks promise what every model does. A network of the registry without its entry here does not compile.
import { before } from "node:test";
import { seeded } from "../../../lib/index.ts";
import { type networks, neuralLanguageModel, openTensors, vae } from "../../../lib/tensor/index.ts";
import type { ModelPromise } from "./modelPromises.ts";
import { testModel } from "./testModel.ts";

before(() => openTensors({ among: ["wasm"] }));

const training = { hidden: 3, epochs: 2, batchSize: 2, learningRate: 0.01 };
const pictures = vae({ ...training, latent: 2, writes: "means" });
const letters = neuralLanguageModel({ ...training, vocabularySize: 5, context: 2, embedding: 2 });
const [rng, other] = [seeded(1), seeded(2)];
const rows = [
  [0, 0.5, 1],
  [1, 0.2, 0],
  [0.3, 0.3, 0.9],
]; // shape (3, 3)

const promises: Readonly<Record<keyof typeof networks, ModelPromise>> = {
  neuralLanguageModel: {
    families: [letters],
    data: [0, 3, 3, 1, 4],
    bad: {
      empty: { refuses: () => letters.fit([], rng) },
      nan: { refuses: () => letters.fit([0, Number.NaN], rng) },
      negativeCount: { refuses: () => letters.fit([0, 1], rng).sample(-1, other) },
      mismatchedLength: { cannot: "a text has one length" },
      zeroVariance: { gives: () => letters.fit([2, 2, 2], rng).logProb(2) },
    },
  },
  vae: {
    families: [pictures, vae({ ...training, latent: 1, writes: "draws", latentSd: 0.5 })],
    data: rows,
    bad: {
      empty: { refuses: () => pictures.fit([], rng) },
      nan: { refuses: () => pictures.fit([[0, Number.NaN]], rng) },
      negativeCount: { refuses: () => pictures.fit(rows, rng).sample(-1, other) },
      mismatchedLength: { refuses: () => pictures.fit([[0, 1], [1]], rng) },
      zeroVariance: { gives: () => pictures.fit([[1], [1], [1]], rng).parameters.losses[0]! },
    },
  },
};

for (const [name, promise] of Object.entries(promises)) testModel(name, promise);
