import type { Tensor } from "@tensorflow/tfjs-core";
import { exp, mul, split, tensor, tensor2d, tidy } from "#tfjs";
import type { Fitted } from "../models/model.ts";
import { flatPoints, type Points, rowsOf } from "../numerics/points.ts";
import { fillNormal } from "../random/fillNormal.ts";
import type { Rng } from "../random/rng.ts";
import { requireInteger } from "../require/requireInteger.ts";
import { dense } from "./dense.ts";
import { intensities } from "./intensities.ts";
import type { Weights } from "./networkWeights.ts";
import { requireOpenTensors } from "./requireOpenTensors.ts";
import { vaeBatch, vaeGradients } from "./vaeGradients.ts";

/** What a variational autoencoder has learned. */
export interface VaeParameters {
  /** All weights, one matrix behind the other: encoder, latent, decoder, output, each with its bias. */
  readonly weights: Float32Array;
  /** Mean loss of each epoch, in nats per item, shape (epochs). */
  readonly losses: readonly number[];
}

/** Where the encoder puts items: a Gaussian for each, rows of shape (n, latent). */
export interface Encoded {
  readonly means: Float64Array[];
  readonly sds: Float64Array[];
}

/** A variational autoencoder that has learned. */
export interface FittedVae extends Fitted<ArrayLike<number>, VaeParameters, Float64Array[]> {
  /** Gaussians in latent space, one per item. */
  encode(items: Points): Encoded;
  /** The decoder's means for latent points: rows of shape (n, d), each number between 0 and 1. */
  decode(latents: Points): Float64Array[];
  /** The loss on items, in nats per item, with one draw of ε for each. */
  loss(items: Points, rng: Rng): number;
}

/** The model that weights make. */
export function fittedVae(made: {
  weights: Weights;
  losses: readonly number[];
  latent: number;
  writes: "means" | "draws";
  latentSd: number;
}): FittedVae {
  const { weights, losses, latent, writes, latentSd } = made;
  const d = weights.layers.at(-1)!.shape[0]!;
  const tensors = (): Tensor[] =>
    weights.layers.map(({ from, to, shape }) => tensor(weights.values.slice(from, to), [...shape]));
  const items = (action: string, points: Points) => {
    requireOpenTensors(action);
    const flat = intensities(action, "items", points);
    if (flat.d !== d)
      throw new RangeError(`Cannot ${action}: items must be rows of ${d} numbers, got rows of ${flat.d}`);
    return flat;
  };
  const decodeFlat = (latents: Float32Array): Float64Array[] => {
    requireOpenTensors("decode with vae");
    if (latents.length === 0) return [];
    const means = tidy(() => {
      const [, , , , w3, b3, w4, b4] = tensors();
      const z = tensor2d(latents, [latents.length / latent, latent]);
      return dense(dense(z, w3!, b3!, "relu"), w4!, b4!, "sigmoid").dataSync();
    });
    return rowsOf(Float64Array.from(means), d);
  };

  return {
    parameters: Object.freeze({ weights: weights.values, losses: Object.freeze([...losses]) }),

    sample(count, rng) {
      requireInteger("sample a vae", "count", count);
      const rows = decodeFlat(
        Float32Array.from(fillNormal(new Float64Array(count * latent), 0, latentSd, rng)),
      );
      if (writes === "draws") {
        for (const row of rows) for (let j = 0; j < d; j += 1) row[j] = rng.next() < row[j]! ? 1 : 0;
      }
      return rows;
    },

    encode(points) {
      const { values, n } = items("encode with vae", points);
      const [means, sds] = tidy(() => {
        const [w1, b1, w2, b2] = tensors();
        const x = tensor2d(Float32Array.from(values), [n, d]);
        const latents = dense(dense(x, w1!, b1!, "relu"), w2!, b2!, "linear");
        const [middle, logVariances] = split(latents, 2, 1) as [Tensor, Tensor];
        return [middle.dataSync(), exp(mul(logVariances, 0.5)).dataSync()] as never;
      }) as [Float32Array, Float32Array];
      const rows = (numbers: Float32Array) => rowsOf(Float64Array.from(numbers), latent);
      return { means: rows(means), sds: rows(sds) };
    },

    decode(latents) {
      const { values, d: given } = flatPoints("decode with vae", "latents", latents);
      if (given !== latent)
        throw new RangeError(
          `Cannot decode with vae: latents must be rows of ${latent} numbers, got rows of ${given}`,
        );
      return decodeFlat(Float32Array.from(values));
    },

    loss(points, rng) {
      const { values, n } = items("compute the loss of a vae", points);
      const all = Uint32Array.from({ length: n }, (_, i) => i);
      return tidy(
        () => vaeGradients(tensors(), vaeBatch(values, d, latent, all, rng)).value.dataSync()[0]! / n,
      );
    },
  };
}
