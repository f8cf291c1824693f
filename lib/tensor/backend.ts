/** Where tensor arithmetic happens; from the fastest down. */
export type BackendName = "native" | "webgpu" | "webgl" | "wasm" | "js";

/** One way to compute with tensors, and how to get it. */
export interface Backend {
  readonly name: BackendName;
  /** As it stands in a sentence. */
  readonly words: string;
  /** Loads it and makes it TensorFlow.js's own; rejects, with the reason, where it is not to be had. */
  open(options: { readonly wasmFiles?: string }): Promise<void>;
}
