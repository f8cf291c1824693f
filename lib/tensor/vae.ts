import type { Family } from "../models/model.ts";
import type { Points } from "../numerics/points.ts";
import type { Rng } from "../random/rng.ts";
import { requireFiniteNumber } from "../require/requireFiniteNumber.ts";
import { requireInteger } from "../require/requireInteger.ts";
import { type FittedVae, fittedVae, type VaeParameters } from "./fittedVae.ts";
import { glorotUniform } from "./glorotUniform.ts";
import { intensities } from "./intensities.ts";
import { networkWeights } from "./networkWeights.ts";
import { requireOpenTensors } from "./requireOpenTensors.ts";
import { runAll, runWithBreaks } from "./runEpochs.ts";
import { type Epoch, train } from "./train.ts";
import { vaeBatch, vaeGradients, vaeLayers } from "./vaeGradients.ts";

/** The make of a variational autoencoder and of its training. */
export interface VaeOptions {
  /** Units of the hidden layer on each side, ≥ 1. */
  hidden: number;
  /** Dimensions of the latent space, ≥ 1. */
  latent: number;
  /** Passes over the data, ≥ 1. */
  epochs: number;
  /** Items per step, ≥ 1. */
  batchSize: number;
  /** Adam's rate, > 0. */
  learningRate: number;
  /**
   * What `sample` gives: the decoder's means (smooth, as in Shumailov et al.) or points drawn by these means, each 0 or 1.
   */
  writes: "means" | "draws";
  /** Standard deviation of the latent numbers that `sample` starts from, ≥ 0; 1, the model's own prior, by default. */
  latentSd?: number;
}

/** The family of variational autoencoders with one make. */
export interface VaeFamily extends Family<ArrayLike<number>, VaeParameters, Float64Array[]> {
  readonly fitDraws: true;
  fit(data: Points, rng?: Rng): FittedVae;
  /** As `fit`, with a break after each epoch: a page stays awake, a notebook can be stopped, progress can be shown. */
  fitWithBreaks(data: Points, rng: Rng, onEpoch?: (epoch: Epoch) => void): Promise<FittedVae>;
}

/**
 * Variational autoencoder: an encoder that turns an item x into a Gaussian over a few latent numbers z, and a decoder
 * that turns z into a mean for each of the item's numbers. One hidden layer of rectified units on each side.
 *
 *   loss = − E[log p(x | z)] + KL(q(z | x) ‖ N(0, I)),    z = μ(x) + σ(x) · ε,  ε ~ N(0, I)
 *
 * with log p(x | z) = Σⱼ xⱼ log yⱼ + (1 − xⱼ) log(1 − yⱼ). The loss, in nats per item, is an upper bound on −log p(x)
 * for items of 0 and 1. To write, it draws z from N(0, latentSd² I) and decodes. Needs an open tensor backend.
 *
 * Fitting draws numbers: first weights, order of batches, and ε all come from the stream given to `fit`.
 *
 * @param options hidden, latent, epochs, batchSize, learningRate, writes, latentSd; see {@link VaeOptions}
 * @returns the family; data are rows of shape (n, d) with numbers from 0 to 1
 * @throws {RangeError} if an option is outside its range, or the loss stops being finite
 * @throws {TypeError} if `writes` is neither "means" nor "draws", or `fit` gets no stream
 * @throws {Error} if no tensor backend is open
 * @see Kingma, Welling (2014), arXiv:1312.6114; Shumailov et al. (2024), Nature 631:755–759 — chapter 8
 * @example
 * await openTensors({ among: ["js"] });
 * const family = vae({ hidden: 4, latent: 2, epochs: 1, batchSize: 2, learningRate: 0.01, writes: "means" });
 * family.fit([[0, 1, 1], [1, 0, 0]], seeded(1)).sample(5, seeded(2)).length // => 5
 */
export function vae(options: VaeOptions): VaeFamily {
  const { hidden, latent, epochs, batchSize, learningRate, writes, latentSd = 1 } = options;
  const action = "make a vae family";
  for (const [name, value] of Object.entries({ hidden, latent, epochs, batchSize }))
    requireInteger(action, name, value, 1);
  requireFiniteNumber(action, "learningRate", learningRate, 0);
  if (writes !== "means" && writes !== "draws")
    throw new TypeError(`Cannot ${action}: writes must be "means" or "draws", got ${String(writes)}`);
  if (!(latentSd >= 0 && latentSd < Infinity))
    throw new RangeError(`Cannot ${action}: latentSd must be finite and not negative, got ${latentSd}`);

  function* training(data: Points, rng: Rng | undefined): Generator<Epoch, FittedVae, undefined> {
    const { values, n, d } = intensities("fit vae", "data", data);
    if (!rng) throw new TypeError("Cannot fit vae: rng must be a seeded stream, got undefined");
    requireOpenTensors("fit vae");
    const weights = networkWeights(vaeLayers(d, hidden, latent), glorotUniform(rng.split("weights")));
    const losses: number[] = [];
    const epochsOf = train({
      ...{ weights, count: n, epochs, batchSize, learningRate, rng: rng.split("training") },
      batch: (items, stream) => vaeBatch(values, d, latent, items, stream),
      gradients: vaeGradients,
    });
    for (const epoch of epochsOf) {
      losses.push(epoch.loss);
      yield epoch;
    }
    return fittedVae({ weights, losses, latent, writes, latentSd });
  }

  return Object.freeze({
    name: "vae",
    fitDraws: true,
    fit: (data: Points, rng?: Rng) => runAll(training(data, rng)),
    fitWithBreaks: (data: Points, rng: Rng, onEpoch?: (epoch: Epoch) => void) =>
      runWithBreaks(training(data, rng), onEpoch),
  });
}
