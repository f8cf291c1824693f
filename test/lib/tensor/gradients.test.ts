// Losses and gradients on every backend: as PyTorch has them in 64 bits, and as differences of its loss say.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type Tensor, tensor, tensor2d, tidy } from "@tensorflow/tfjs-core";
import { networkWeights, openTensors, type Weights } from "../../../lib/tensor/index.ts";
import { languageBatch, languageGradients, languageLayers } from "../../../lib/tensor/languageGradients.ts";
import { vaeGradients, vaeLayers } from "../../../lib/tensor/vaeGradients.ts";
import { findNative } from "../../tools/native.ts";
import { readReference } from "../reference.ts";
import { wave } from "./wave.ts";

interface Answer {
  loss: number;
  gradient: number[];
}
interface Wanted extends Answer {
  /** The gradient from differences of the loss alone. */
  differences: number[];
}
const { vae, language } = readReference<{
  vae: Wanted & Record<"n" | "d" | "hidden" | "latent", number>;
  language: Wanted & Record<"vocabulary" | "context" | "embedding" | "hidden", number> & { text: number[] };
}>("tensor");

const waving = (shapes: Parameters<typeof networkWeights>[0]): Weights => {
  const size = shapes.reduce((sum, { shape }) => sum + shape.reduce((a, b) => a * b, 1), 0);
  const numbers = wave(size, 0.7);
  let i = 0;
  return networkWeights(shapes, () => numbers[i++]!);
};

const { n, d, hidden, latent } = vae;
interface Network {
  wanted: Wanted;
  weights: Weights;
  batch(): Tensor[];
  gradients(weights: readonly Tensor[], batch: readonly Tensor[]): { value: Tensor; grads: Tensor[] };
}
const networks: Record<string, Network> = {
  vae: {
    wanted: vae,
    weights: waving(vaeLayers(d, hidden, latent)),
    batch: () => [
      tensor2d(wave(n * d, 1.3, 1).map(Math.abs), [n, d]),
      tensor2d(wave(n * latent, 2.1, 2), [n, latent]),
    ],
    gradients: vaeGradients,
  },
  "neural language model": {
    wanted: language,
    weights: waving(languageLayers({ ...language, vocabularySize: language.vocabulary })),
    batch: () =>
      languageBatch(
        Uint32Array.from(language.text),
        Uint32Array.from(language.text.keys()),
        language.context,
        language.vocabulary,
      ),
    gradients: languageGradients,
  },
};

/** Loss and gradient at flat weights. */
function at({ weights, batch, gradients }: Network, values: Float32Array): Answer {
  return tidy(() => {
    const tensors = weights.layers.map(({ from, to, shape }) => tensor(values.slice(from, to), [...shape]));
    const { value, grads } = gradients(tensors, batch());
    return {
      loss: value.dataSync()[0]!,
      gradient: grads.flatMap((grad) => Array.from(grad.dataSync())),
    } as never;
  });
}

for (const backend of ["native", "wasm", "js"] as const) {
  describe(`gradients on ${backend}`, () => {
    for (const [name, network] of Object.entries(networks)) {
      test(`${name}: loss and gradient are PyTorch's to 1e-5`, async (t) => {
        if (!(await open(backend, t))) return;
        const { loss, gradient } = at(network, network.weights.values);
        const { wanted } = network;
        assert.ok(Math.abs(loss - wanted.loss) < 1e-5 * wanted.loss, `${loss}, not ${wanted.loss}`);
        assert.equal(gradient.length, wanted.gradient.length);
        gradient.forEach((g, i) => {
          const away = Math.abs(g - wanted.gradient[i]!);
          assert.ok(away < 1e-5 * Math.max(1, Math.abs(g)), `weight ${i}: ${g}, not ${wanted.gradient[i]}`);
        });
      });

      test(`${name}: the gradient is what differences of the loss say, to 1e-4`, async (t) => {
        if (!(await open(backend, t))) return;
        const { gradient } = at(network, network.weights.values);
        const { differences } = network.wanted;
        const away = Math.hypot(...differences.map((difference, i) => difference - gradient[i]!));
        assert.ok(away < 1e-4 * Math.hypot(...differences), `off by ${away}`);
      });
    }
  });
}

async function open(backend: "native" | "wasm" | "js", t: { skip(why: string): void }): Promise<boolean> {
  if (backend === "native") {
    const native = findNative();
    if ("reason" in native) {
      t.skip(native.reason);
      return false;
    }
  }
  await openTensors({ among: [backend] });
  return true;
}
