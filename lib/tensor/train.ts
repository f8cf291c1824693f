import type { Scalar, Tensor } from "@tensorflow/tfjs-core";
import { tensor, tidy } from "#tfjs";
import { permutation } from "../random/permutation.ts";
import type { Rng } from "../random/rng.ts";
import { requireFiniteNumber } from "../require/requireFiniteNumber.ts";
import { requireInteger } from "../require/requireInteger.ts";
import { adam } from "./adam.ts";
import type { Weights } from "./networkWeights.ts";
import { requireOpenTensors } from "./requireOpenTensors.ts";

/** One pass over the data. */
export interface Epoch {
  /** 1, 2, … */
  readonly epoch: number;
  /** Mean of the loss over this pass's batches, each weighed by its length. */
  readonly loss: number;
}

/** What training needs. The tensors of a batch are made anew for each step and disposed after it. */
export interface TrainOptions {
  /** First weights; they are changed in place. */
  weights: Weights;
  /** How many items there are. */
  count: number;
  /** The tensors of one step, made of the items with these numbers. Every draw comes from `rng`. */
  batch(items: Uint32Array, rng: Rng): Tensor[];
  /**
   * The loss summed over a batch, and its gradient in each weight: what TensorFlow.js's `valueAndGrads` gives, or
   * gradients made by hand.
   */
  gradients(weights: Tensor[], batch: readonly Tensor[]): { value: Scalar; grads: Tensor[] };
  /** Passes over the data, ≥ 1. */
  epochs: number;
  /** Items per step, ≥ 1; the last step of an epoch takes what is left. */
  batchSize: number;
  /** Adam's rate, > 0. */
  learningRate: number;
  rng: Rng;
}

/**
 * Trains a network, an epoch at a time, by Adam on batches in random order. Each `next()` is one epoch: whoever asks can
 * show progress, take a breath, or stop.
 *
 * @param options weights, count, batch, gradients, epochs, batchSize, learningRate, rng; see {@link TrainOptions}
 * @returns a generator of epochs 1 … epochs; {@link Epoch}
 * @throws {RangeError} if count, epochs or batchSize is not an integer ≥ 1, learningRate is not above 0, or the loss
 *   stops being finite
 * @throws {Error} if no tensor backend is open
 * @see Kingma, Ba (2015), arXiv:1412.6980 — chapter 8
 * @example
 * await openTensors({ among: ["js"] });
 * const weights = networkWeights([{ name: "slope", shape: [1] }], () => 0);
 * const options = { weights, count: 3, epochs: 300, batchSize: 3, learningRate: 0.1, rng: seeded(1) };
 * const batch = (items: Uint32Array) => [tf.tensor1d(Float32Array.from(items))];
 * const loss = ([x]: tf.Tensor[]) => (slope: tf.Tensor) => tf.sum(tf.squaredDifference(tf.mul(slope, x!), tf.mul(2, x!)));
 * const gradients = ([slope]: tf.Tensor[], data: tf.Tensor[]) => tf.valueAndGrads(loss(data))([slope!]);
 * Array.from(train({ ...options, batch, gradients }));
 * weights.values[0].toFixed(3) // => "2.000"
 */
export function* train(options: TrainOptions): Generator<Epoch, void, undefined> {
  const { weights, count, batch, epochs, batchSize, learningRate, rng } = options;
  requireInteger("train a network", "count", count, 1);
  requireInteger("train a network", "epochs", epochs, 1);
  requireInteger("train a network", "batchSize", batchSize, 1);
  requireFiniteNumber("train a network", "learningRate", learningRate, 0);
  requireOpenTensors("train a network");

  const { values, layers } = weights;
  const optimizer = adam({ size: values.length, rate: learningRate });
  const gradient = new Float32Array(values.length);
  for (let epoch = 1; epoch <= epochs; epoch += 1) {
    const order = permutation(count, rng);
    let sum = 0;
    for (let from = 0; from < count; from += batchSize) {
      const items = order.subarray(from, from + batchSize);
      const value = tidy(() => {
        const inputs = batch(items, rng);
        const now = layers.map(({ from, to, shape }) => tensor(values.subarray(from, to), [...shape]));
        const result = options.gradients(now, inputs);
        layers.forEach((layer, i) => {
          gradient.set(result.grads[i]!.dataSync() as Float32Array, layer.from);
        });
        return result.value.dataSync()[0]!;
      });
      if (!Number.isFinite(value)) {
        throw new RangeError(
          `Cannot train a network: the loss must stay finite, got ${value} in epoch ${epoch}; a smaller learningRate may help`,
        );
      }
      for (let i = 0; i < gradient.length; i += 1) gradient[i]! /= items.length;
      optimizer.step(values, gradient);
      sum += value;
    }
    yield { epoch, loss: sum / count };
  }
}
