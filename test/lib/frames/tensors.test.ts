// danfojs computes with what stands in the place of tfjs-node.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import * as core from "@tensorflow/tfjs-core";
import { DataFrame, MinMaxScaler, OneHotEncoder, Series, StandardScaler, tensorflow } from "danfojs-node";
import type {} from "../../../lib/frames/tensors/index.ts"; // the types of the methods

const frame = new DataFrame({ a: [1, 2, 3, 4], b: [10, -20, 30, 40] });

test("there is one kind of tensor: that of the networks", () => {
  assert.equal(tensorflow.Tensor, core.Tensor);
  assert.ok(frame.tensor instanceof core.Tensor);
  assert.deepEqual(new DataFrame(core.tensor2d([[1, 2]])).values, [[1, 2]]);
});

test("a frame computes by operations of tensors", () => {
  assert.deepEqual(frame.add(1).values, [
    [2, 11],
    [3, -19],
    [4, 31],
    [5, 41],
  ]);
  assert.deepEqual(frame.div(frame).values, frame.eq(frame).mul(1).values);
  assert.deepEqual(frame.gt(3).sum({ axis: 0 }).values, [1, 3]);
  assert.deepEqual(frame.diff(1).values.slice(1), [
    [1, -30],
    [1, 50],
    [1, 10],
  ]);
  assert.equal(new Series([3, 9, 4]).argMax(), 1);
});

test("scalers, encoders and samples of rows", async () => {
  const scaled = new StandardScaler().fit(frame).transform(frame) as DataFrame;
  const columns = core.tensor2d(scaled.values as number[][]);
  for (const mean of core.mean(columns, 0).dataSync()) assert.ok(Math.abs(mean) < 1e-6);
  assert.deepEqual(new MinMaxScaler().fit([1, 2, 3]).transform([1, 2, 3]), [0, 0.5, 1]);
  assert.deepEqual(new OneHotEncoder().fit(["x", "y"]).transform(["y", "x"]), [
    [0, 1],
    [1, 0],
  ]);
  const rows = (await frame.sample(2, { seed: 1 })).values as number[][];
  assert.equal(rows.length, 2);
  for (const row of rows)
    assert.ok((frame.values as number[][]).some(([a, b]) => a === row[0] && b === row[1]));
});

/** Methods that TensorFlow.js's own types give to a tensor. */
function typedMethods(): string[] {
  const home = createRequire(import.meta.url).resolve("@tensorflow/tfjs-core/package.json");
  const folder = new URL("dist/public/chained_ops/", `file://${home}`);
  return readdirSync(folder)
    .filter((name) => name.endsWith(".d.ts"))
    .flatMap((name) =>
      [...readFileSync(new URL(name, folder), "utf8").matchAll(/^\s+(\w+)[<(].*[;(]$/gm)].map(
        ([, method = ""]) => method,
      ),
    );
}

test("a tensor has every method that it is typed with", () => {
  const methods = typedMethods();
  assert.ok(methods.length > 130, `${methods.length} methods`);
  const prototype = core.Tensor.prototype as unknown as Record<string, unknown>;
  assert.deepEqual(
    methods.filter((name) => typeof prototype[name] !== "function"),
    [],
  );
});

test("a method is the operation, and the methods that are none do what they say", () => {
  const a = core.tensor1d([3, -1, 2, 0]);
  const numbers = (tensor: core.Tensor) => [tensor.shape, tensor.dtype, Array.from(tensor.dataSync())];
  assert.deepEqual(numbers(a.abs().add(1).sqrt()), numbers(core.sqrt(core.add(core.abs(a), 1))));
  assert.deepEqual(numbers(a.as2D(2, 2)), numbers(core.reshape(a, [2, 2])));
  assert.deepEqual(numbers(a.as2D(2, 2).flatten()), numbers(a));
  assert.deepEqual(numbers(a.slice(1, 1).asScalar()), [[], "float32", [-1]]);
  assert.deepEqual(numbers(a.toBool()), [[4], "bool", [1, 1, 1, 0]]);
  assert.deepEqual(numbers(a.toInt().toFloat()), numbers(a));
  assert.deepEqual(numbers(a.concat(core.tensor1d([7]))), [[5], "float32", [3, -1, 2, 0, 7]]);
  assert.deepEqual(numbers(a.concat([core.tensor1d([7]), core.tensor1d([8])])).slice(2), [
    [3, -1, 2, 0, 7, 8],
  ]);
  assert.deepEqual(numbers(a.reshapeAs(core.zeros([2, 2]))), numbers(a.reshape([2, 2])));
  assert.deepEqual(core.zeros<core.Rank.R3>([2, 2, 1]).resizeBilinear([4, 4]).shape, [4, 4, 1]);
});

test("frames compute without a greeting", () => {
  const code =
    'const { DataFrame } = require("danfojs-node"); console.log(new DataFrame([[1, 2]]).add(1).values.join());';
  const root = fileURLToPath(new URL("../../../", import.meta.url));
  const both = execFileSync(process.execPath, ["-e", `console.error = console.warn = console.log; ${code}`], {
    cwd: root,
    encoding: "utf8",
  });
  assert.equal(both, "2,3\n");
});
