// Networks, and the choice of what computes them: apart from the rest, so that a page without networks stays small.

import { neuralLanguageModel } from "./neuralLanguageModel.ts";
import { vae } from "./vae.ts";

export * from "./adam.ts";
export type { BackendName } from "./backend.ts";
export type { FittedLanguageNetwork, LanguageNetworkParameters } from "./fittedLanguageNetwork.ts";
export type { Encoded, FittedVae, VaeParameters } from "./fittedVae.ts";
export * from "./glorotUniform.ts";
export * from "./networkWeights.ts";
export * from "./neuralLanguageModel.ts";
export * from "./openTensors.ts";
export * from "./train.ts";
export * from "./vae.ts";

/** Every network of the library. The contract tests of models run over this list too. */
export const networks: {
  readonly neuralLanguageModel: typeof neuralLanguageModel;
  readonly vae: typeof vae;
} = { neuralLanguageModel, vae };
