// The table in the header of toFrame(): what danfojs answers otherwise than one would guess. A new danfojs may do better.
import assert from "node:assert/strict";
import { test } from "node:test";
import { toFrame } from "../../../lib/frames/index.ts";

const numbers = toFrame({ x: [1, Number.NaN, 3, 8], y: [4, 5, 6, 7] });

test("mean() of a frame goes along rows, and with axis 0 along columns", () => {
  assert.deepEqual(toFrame({ x: [1, 3], y: [4, 6] }).mean().values, [2.5, 4.5]);
  assert.deepEqual(toFrame({ x: [1, 3], y: [4, 6] }).mean({ axis: 0 }).values, [2, 5]);
});

test("describe() of a column with NaN is NaN where mean() leaves it out", () => {
  const described = numbers.describe();
  const of = (row: string) => (described.values as number[][])[described.index.indexOf(row)]![0];
  assert.deepEqual(["count", "mean", "std", "median"].map(of), [3, Number.NaN, Number.NaN, Number.NaN]);
  assert.equal(numbers.column("x").mean(), 4);
});

test("groupby(): a group with NaN has the mean NaN, and keys with a dash run together", () => {
  const grouped = toFrame({ g: ["u", "u", "v"], x: [1, Number.NaN, 3] })
    .groupby(["g"])
    .col(["x"]);
  assert.deepEqual(grouped.mean().values, [
    ["u", Number.NaN],
    ["v", 3],
  ]);
  assert.deepEqual(grouped.count().values, [
    ["u", 2],
    ["v", 1],
  ]);
  const joined = toFrame({ a: ["x-y", "x"], b: ["z", "y-z"], v: [1, 2] });
  assert.deepEqual(joined.groupby(["a", "b"]).col(["v"]).sum().values, [["x-y", "z", 3]]);
});

test("a column of texts sorts from last to first, a frame rightly", () => {
  const frame = toFrame({ name: ["b", "c", "a"] });
  assert.deepEqual(frame.column("name").sortValues().values, ["c", "b", "a"]);
  assert.deepEqual(frame.sortValues("name").values, [["a"], ["b"], ["c"]]);
});

test("sample() without a seed gives the same rows at every call", async () => {
  const frame = toFrame({ i: Array.from({ length: 50 }, (_, i) => i) });
  const drawn = async (options?: { seed: number }) => (await frame.sample(5, options)).values;
  assert.deepEqual(await drawn(), await drawn());
  assert.notDeepEqual(await drawn({ seed: 7 }), await drawn());
});

test("std() of one value is 0", () => {
  assert.equal(
    toFrame({ x: [3] })
      .column("x")
      .std(),
    0,
  );
});
