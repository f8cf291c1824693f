import assert from "node:assert/strict";
import { test } from "node:test";
import { adam } from "../../../lib/tensor/index.ts";
import { readReference } from "../reference.ts";
import { wave } from "./wave.ts";

const { rate, trace } = readReference<{ adam: { rate: number; trace: number[][] } }>("tensor").adam;

test("adam() steps as PyTorch's does", () => {
  const weights = Float32Array.from(wave(6, 0.7));
  const optimizer = adam({ size: 6, rate });
  for (const wanted of trace) {
    optimizer.step(
      weights,
      weights.map((w) => 4 * w ** 3 - 1),
    );
    wanted.forEach((value, i) => {
      assert.ok(Math.abs(weights[i]! - value) < 1e-5, `${weights[i]}, not ${value}`);
    });
  }
});

test("adam() names the argument it rejects", () => {
  assert.throws(() => adam({ size: 0, rate: 1 }), /size must be an integer of at least 1, got 0/);
  assert.throws(() => adam({ size: 1, rate: Number.NaN }), /rate must be finite and above 0, got NaN/);
  assert.throws(() => adam({ size: 1, rate: -1 }), /rate must be finite and above 0, got -1/);
});
