// Networks, and the choice of what computes them: apart from the rest, so that a page without networks stays small.

export * from "./adam.ts";
export type { BackendName } from "./backend.ts";
export type { FittedLanguageNetwork, LanguageNetworkParameters } from "./fittedLanguageNetwork.ts";
export type { Encoded, FittedVae, VaeParameters } from "./fittedVae.ts";
export * from "./glorotUniform.ts";
export * from "./networks.ts";
/** Every network of the library. The contract tests of models run over this list too. */
export * as networks from "./networks.ts";
export * from "./networkWeights.ts";
export * from "./openTensors.ts";
export * from "./train.ts";
