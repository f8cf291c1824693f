// What the reference says of the backends is what they say; sums are whole on each of them.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { mean, sum, tensor, tidy } from "@tensorflow/tfjs-core";
import { openTensors } from "../../../lib/tensor/index.ts";
import { askBackend } from "../../reference/tensorBackends.ts";
import { readReference } from "../reference.ts";

type Answers = Record<string, string>;
const measured = readReference<{ wasm: Answers; js: Answers }>("tensorBackends");

test("the table in the header of openTensors() is the one that was measured", () => {
  const source = readFileSync(new URL("../../../lib/tensor/openTensors.ts", import.meta.url), "utf8");
  const rows = Array.from(
    source.matchAll(/^ \* \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$/gm),
    ([, ...cells]) => cells,
  );
  assert.deepEqual(
    rows.slice(1),
    Object.keys(measured.js).map((call) => [call, measured.wasm[call], measured.js[call]]),
  );
});

for (const name of ["wasm", "js"] as const) {
  test(`${name} still says so`, async () => assert.deepEqual(await askBackend(name), measured[name]));
}

test("long sums over any axes are made in 64 bits on WebAssembly, and short ones as before", async () => {
  await openTensors({ among: ["wasm"] });
  // 2^18 + 2 numbers along the middle axis: each is its place among the others.
  const shape = [2, 2 ** 18 + 2, 3];
  const values = Float32Array.from(
    { length: 6 * (2 ** 18 + 2) },
    (_, i) => (i % 3) + (i < 3 * (2 ** 18 + 2) ? 0 : 10),
  );
  const over = (axis: number | number[], keep = false) =>
    tidy(() => {
      const x = tensor(values, shape);
      const total = sum(x, axis, keep);
      return {
        shape: total.shape,
        sums: Array.from(total.dataSync()),
        means: Array.from(mean(x, axis).dataSync()),
      } as never;
    }) as { shape: number[]; sums: number[]; means: number[] };
  const n = 2 ** 18 + 2;
  assert.deepEqual(over(1), {
    shape: [2, 3],
    sums: [0, n, 2 * n, 10 * n, 11 * n, 12 * n],
    means: [0, 1, 2, 10, 11, 12],
  });
  assert.deepEqual(over([0, 1], true), {
    shape: [1, 1, 3],
    sums: [10 * n, 12 * n, 14 * n],
    means: [5, 6, 7],
  });
  assert.deepEqual(over(2).sums.slice(0, 2), [3, 3]);
  const empty = tidy(() => sum(tensor([], [0, 2]), 0).dataSync());
  assert.deepEqual(Array.from(empty), [0, 0]);
});
