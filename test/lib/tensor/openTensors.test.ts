import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { gather, grad, matMul, sum, type Tensor, tensor1d, tensor2d } from "@tensorflow/tfjs-core";
import { openTensors } from "../../../lib/tensor/index.ts";

test("openTensors() takes the first that works and says what it tried", async () => {
  const { backend, description } = await openTensors({ among: ["webgpu", "js"] });
  assert.equal(backend, "js");
  assert.equal(
    description,
    "Tensors are computed by plain JavaScript. Not used: webgpu: not on this platform.",
  );
});

test("openTensors() tells whoever runs it what computes", async () => {
  const place = Symbol.for("genloss.tensors");
  const host = globalThis as { [key: symbol]: unknown };
  const told: string[] = [];
  host[place] = (words: string) => told.push(words);
  try {
    await openTensors({ among: ["js"] });
  } finally {
    delete host[place];
  }
  assert.deepEqual(told, ["plain JavaScript"]);
});

test("openTensors() names what it rejects", async () => {
  await assert.rejects(
    openTensors({ among: ["abacus" as never] }),
    /^RangeError: .*among must name some of .*, got abacus/,
  );
  await assert.rejects(
    openTensors({ among: ["webgl"] }),
    /one of webgl must work, got webgl: not on this platform/,
  );
  await assert.rejects(openTensors({ among: [] }), /must work, got none named/);
});

test("networks ask for tensors to be opened, and WebAssembly leaves the process's error handling alone", () => {
  const code = `
    import { vae, openTensors } from "generation-loss/tensor";
    import { seeded } from "generation-loss";
    const make = { hidden: 2, latent: 1, epochs: 1, batchSize: 4, learningRate: 0.01, writes: "means" };
    try { vae(make).fit([[1]], seeded(1)); } catch (error) { console.log(error.message); }
    await openTensors({ among: ["wasm"] });
    console.log(process.listenerCount("uncaughtException"), process.listenerCount("unhandledRejection"));`;
  const root = fileURLToPath(new URL("../../../", import.meta.url));
  const output = execFileSync(process.execPath, ["--input-type=module", "-e", code], {
    cwd: root,
    encoding: "utf8",
  });
  assert.equal(
    output,
    "Cannot fit vae: a tensor backend must be open, got none; first await openTensors()\n0 0\n",
  );
});

test("WebAssembly multiplies what is transposed, and has the gradient of looking rows up", async () => {
  const a = [1, 2, 3, 4, 5, 6];
  const b = [1, -1, 2, 0.5, 3, -2];
  for (const backend of ["js", "wasm"] as const) {
    await openTensors({ among: [backend] });
    const [tall, wide] = [tensor2d(a, [3, 2]), tensor2d(b, [2, 3])];
    assert.deepEqual(Array.from(matMul(tall, tensor2d(b, [3, 2]), true).dataSync()), [22, -9.5, 28, -12]);
    assert.deepEqual(Array.from(matMul(tall, wide, true, true).dataSync()), [8, -0.5, 10, 1]);
    const lookUp = (table: Tensor) => sum(gather(table, tensor1d([2, 0, 2], "int32")));
    assert.deepEqual(Array.from(grad(lookUp)(tall).dataSync()), [1, 1, 0, 0, 2, 2]);
  }
});
