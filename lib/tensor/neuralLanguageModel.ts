import type { Decoding } from "../decoding/decoding.ts";
import type { Family } from "../models/model.ts";
import { tokensOf } from "../models/parts/tokensOf.ts";
import type { Rng } from "../random/rng.ts";
import { requireFiniteNumber } from "../require/requireFiniteNumber.ts";
import { requireInteger } from "../require/requireInteger.ts";
import {
  type FittedLanguageNetwork,
  fittedLanguageNetwork,
  type LanguageNetworkParameters,
} from "./fittedLanguageNetwork.ts";
import { glorotUniform } from "./glorotUniform.ts";
import { languageBatch, languageGradients, languageLayers } from "./languageGradients.ts";
import { networkWeights } from "./networkWeights.ts";
import { requireOpenTensors } from "./requireOpenTensors.ts";
import { runAll, runWithBreaks } from "./runEpochs.ts";
import { type Epoch, train } from "./train.ts";

/** The make of a neural language model and of its training. */
export interface NeuralLanguageModelOptions {
  /** How many token ids there are, ≥ 1. */
  vocabularySize: number;
  /** How many tokens it looks back, ≥ 1. */
  context: number;
  /** Numbers that stand for a token, ≥ 1. */
  embedding: number;
  /** Units of the hidden layer, ≥ 1. */
  hidden: number;
  /** Passes over the text, ≥ 1. */
  epochs: number;
  /** Tokens per step, ≥ 1. */
  batchSize: number;
  /** Adam's rate, > 0. */
  learningRate: number;
  /** How it writes: `temperature(0.8)`, `topK(5)`, `nucleus(0.9)`, … By default it samples its own probabilities. */
  decode?: Decoding;
}

/** The family of neural language models with one make. */
export interface NeuralLanguageModelFamily extends Family<number, LanguageNetworkParameters, Uint32Array> {
  readonly fitDraws: true;
  fit(data: ArrayLike<number>, rng?: Rng): FittedLanguageNetwork;
  /** As `fit`, with a break after each epoch: a page stays awake, a notebook can be stopped, progress can be shown. */
  fitWithBreaks(
    data: ArrayLike<number>,
    rng: Rng,
    onEpoch?: (epoch: Epoch) => void,
  ): Promise<FittedLanguageNetwork>;
}

/**
 * Neural language model of a fixed context: each of the last few tokens is looked up as a few numbers, one hidden layer of
 * rectified units mixes them, and a softmax gives the next token. With characters as tokens it is the smallest network
 * that writes.
 *
 *   h = relu([E(w₋ₖ) … E(w₋₁)] W₁ + b₁)        p(w | w₋ₖ … w₋₁) = softmax(h W₂ + b₂)
 *
 * The loss is −ln p per token. Before a text stands a mark of its own, which is never written. Fitting needs an open
 * tensor backend and draws first weights and the order of batches from the stream given to `fit`; writing needs neither
 * and is the same on every backend, given the same weights.
 *
 * @param options vocabularySize, context, embedding, hidden, epochs, batchSize, learningRate, decode; see
 *   {@link NeuralLanguageModelOptions}
 * @returns the family; data are token ids, shape (n), n ≥ 1
 * @throws {RangeError} if an option is outside its range, a token is not an id, or the loss stops being finite
 * @throws {TypeError} if `fit` gets no stream
 * @throws {Error} if no tensor backend is open
 * @see Bengio et al. (2003), J. Mach. Learn. Res. 3:1137–1155 — chapter 7
 * @example
 * await openTensors({ among: ["js"] });
 * const make = { vocabularySize: 3, context: 2, embedding: 2, hidden: 4, epochs: 1, batchSize: 4, learningRate: 0.01 };
 * neuralLanguageModel(make).fit([0, 1, 2, 0, 1, 2], seeded(1)).sample(10, seeded(2)).length // => 10
 */
export function neuralLanguageModel(options: NeuralLanguageModelOptions): NeuralLanguageModelFamily {
  const { vocabularySize, context, embedding, hidden, epochs, batchSize, learningRate, decode } = options;
  const action = "make a neural language model";
  for (const [name, value] of Object.entries({
    vocabularySize,
    context,
    embedding,
    hidden,
    epochs,
    batchSize,
  }))
    requireInteger(action, name, value, 1);
  requireFiniteNumber(action, "learningRate", learningRate, 0);

  function* training(
    data: ArrayLike<number>,
    rng: Rng | undefined,
  ): Generator<Epoch, FittedLanguageNetwork, undefined> {
    const fitting = "fit neural language model";
    const text = tokensOf(fitting, "data", data, vocabularySize, 1);
    if (!rng) throw new TypeError(`Cannot ${fitting}: rng must be a seeded stream, got undefined`);
    requireOpenTensors(fitting);
    const layers = languageLayers({ vocabularySize, context, embedding, hidden });
    const weights = networkWeights(layers, glorotUniform(rng.split("weights")));
    const losses: number[] = [];
    const epochsOf = train({
      ...{ weights, count: text.length, epochs, batchSize, learningRate, rng: rng.split("training") },
      batch: (items) => languageBatch(text, items, context, vocabularySize),
      gradients: languageGradients,
    });
    for (const epoch of epochsOf) {
      losses.push(epoch.loss);
      yield epoch;
    }
    return fittedLanguageNetwork({ weights, losses, context, vocabularySize, ...(decode && { decode }) });
  }

  return Object.freeze({
    name: "neural language model",
    fitDraws: true,
    fit: (data: ArrayLike<number>, rng?: Rng) => runAll(training(data, rng)),
    fitWithBreaks: (data: ArrayLike<number>, rng: Rng, onEpoch?: (epoch: Epoch) => void) =>
      runWithBreaks(training(data, rng), onEpoch),
  });
}
