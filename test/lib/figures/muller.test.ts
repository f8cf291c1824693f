import assert from "node:assert/strict";
import { test } from "node:test";
import { muller } from "../../../lib/index.ts";

test("muller() puts shares on one another, and draws nothing of a type after its end", () => {
  const spec = muller({ shares: [[1, 1], [1, 3], [0, 4], [0, 4]] }); // biome-ignore format: a table
  const [{ data }] = spec.layer as [{ data: { values: Record<string, number>[] } }];
  assert.deepEqual(
    data.values.map(({ generation, type, bottom, top }) => [type, generation, bottom, top]),
    [
      [0, 0, 0, 0.5],
      [0, 1, 0, 0.25],
      [0, 2, 0, 0],
      [1, 0, 0.5, 1],
      [1, 1, 0.25, 1],
      [1, 2, 0, 1],
      [1, 3, 0, 1],
    ],
  );
});

test("muller() names what it refuses", () => {
  assert.throws(() => muller({ shares: [[1]] }), /at least 2 generations of 1 to 120 types, got 1 of 1/);
  assert.throws(
    () => muller({ shares: [[1], [1, 1]] }),
    /shares\[1\] must be as long as shares\[0\] \(1\), got 2/,
  );
  assert.throws(() => muller({ shares: [[1], [-1]] }), /shares\[1\]\[0\] must not be negative, got -1/);
  assert.throws(() => muller({ shares: [[1], [0]] }), /shares\[1\] must hold a share above 0, got all 0/);
  assert.throws(() => muller({ shares: [[1], [1]], names: [] }), /names must be as long as shares\[0\]/);
});
