import { seeded } from "generation-loss";
import { neuralLanguageModel, vae } from "generation-loss/tensor";
import { cloud, tokens } from "./growthInputs.ts";
import { type GrowthLine, geometric, linear } from "./growthLine.ts";

const images = (n: number, d: number) => cloud(n, d).map((row) => row.map((x) => 1 / (1 + Math.exp(-x))));
const coder = vae({ hidden: 32, latent: 4, epochs: 1, batchSize: 32, learningRate: 1e-3, writes: "means" });
const writer = (vocabularySize: number) =>
  neuralLanguageModel({
    ...{ vocabularySize, context: 3, embedding: 8, hidden: 32, epochs: 1, batchSize: 64, learningRate: 1e-3 },
  });

/** Networks of the registry, on the backend that is open: an epoch. */
export const networkLines: readonly GrowthLine[] = [
  {
    ...{ what: "vae: fit", grows: "n", fixed: "d = 64, one epoch", sizes: geometric(128, 4), ...linear },
    make(n) {
      const data = images(n, 64);
      return () => coder.fit(data, seeded(1));
    },
  },
  {
    ...{ what: "vae: fit", grows: "d", fixed: "n = 128, one epoch", sizes: geometric(64, 4), ...linear },
    make(d) {
      const data = images(128, d);
      return () => coder.fit(data, seeded(1));
    },
  },
  {
    ...{ what: "neuralLanguageModel: fit", grows: "tokens", fixed: "50 types", ...linear },
    sizes: geometric(500, 4),
    make(n) {
      const text = tokens(n, 50);
      return () => writer(50).fit(text, seeded(1));
    },
  },
  {
    ...{ what: "neuralLanguageModel: fit", grows: "vocabulary", fixed: "500 tokens", ...linear },
    sizes: geometric(250, 4),
    make(vocabularySize) {
      const text = tokens(500, vocabularySize);
      return () => writer(vocabularySize).fit(text, seeded(1));
    },
  },
];
