export * from "./neuralLanguageModel.ts";
export * from "./vae.ts";
