// What TensorFlow.js computes on the backends that an install of this project brings, where they are known to differ.
// Run it to make tensorBackends.json again: npx node test/reference/tensorBackends.ts > test/reference/tensorBackends.json
import { fileURLToPath } from "node:url";
import * as tf from "@tensorflow/tfjs-core";
import { openTensors } from "../../lib/tensor/index.ts";

const one = (values: number[]) => tf.tensor1d(values);
const whole = (values: number[], shape: [number, number]) => tf.tensor2d(values, shape, "int32");

/** Each as it stands in the reference. */
const calls: Record<string, () => tf.Tensor> = {
  "sum of 20 000 000 ones": () => tf.sum(tf.ones([20_000_000])),
  "mean of 20 000 000 ones": () => tf.mean(tf.ones([20_000_000])),
  "sum of nothing": () => tf.sum(one([])),
  "mean of nothing": () => tf.mean(one([])),
  "relu of NaN": () => tf.relu(one([Number.NaN])),
  "relu6 of NaN": () => tf.relu6(one([Number.NaN])),
  "clipByValue of NaN to 0 … 1": () => tf.clipByValue(one([Number.NaN]), 0, 1),
  "maximum of 1 and NaN": () => tf.maximum(one([1]), one([Number.NaN])),
  "maximum of NaN and 1": () => tf.maximum(one([Number.NaN]), one([1])),
  "matMul of int32": () => tf.matMul(whole([1, 2], [1, 2]), whole([3, 4], [2, 1])),
  "log1p of 10⁻¹⁰": () => tf.log1p(one([1e-10])),
};

/** What a backend says to each call: a number with 6 digits, or that it throws. */
export async function askBackend(name: "wasm" | "js"): Promise<Record<string, string>> {
  await openTensors({ among: [name] });
  const answers = Object.entries(calls).map(([what, call]) => {
    try {
      const value = tf.tidy(() => call().dataSync()[0]!);
      return [what, String(Number(value.toPrecision(6)))];
    } catch {
      return [what, "throws"];
    }
  });
  return Object.fromEntries(answers);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const versions = { "@tensorflow/tfjs-core": tf.version_core };
  console.log(
    JSON.stringify({ versions, wasm: await askBackend("wasm"), js: await askBackend("js") }, null, 2),
  );
}
