/** What a door of the library needs beside it. */
interface DoorPackages {
  /** Packages from npm. */
  readonly npm: readonly string[];
  /** Packages under the name of what they stand in for: from a file of ours, by its own name. */
  readonly standIns?: Readonly<Record<string, string>>;
  readonly overrides?: Readonly<Record<string, unknown>>;
}

/** By what a cell imports. The library's read-me, "Doors of their own", says the same to those who install by hand. */
export const doorPackages: Readonly<Record<string, DoorPackages>> = {
  "generation-loss/tensor": {
    npm: [
      "@tensorflow/tfjs-core",
      "@tensorflow/tfjs-layers",
      "@tensorflow/tfjs-backend-cpu",
      "@tensorflow/tfjs-backend-wasm",
    ],
  },
  "generation-loss/svg": { npm: ["vega", "vega-lite"] },
  "generation-loss/frames": {
    npm: ["danfojs-node"],
    standIns: { "@tensorflow/tfjs-node": "generation-loss-tensors" },
    overrides: { "danfojs-node": { xlsx: "npm:@e965/xlsx@0.20.3" } },
  },
};
