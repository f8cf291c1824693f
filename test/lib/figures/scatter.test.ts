import assert from "node:assert/strict";
import { test } from "node:test";
import { type PointGroup, scatter } from "../../../lib/index.ts";

const group = (more: Partial<PointGroup> = {}): PointGroup => ({
  label: "human",
  x: [0, 2],
  y: [1, 9],
  ...more,
});
const draw = (...groups: PointGroup[]) => scatter({ groups, x: "width", y: "height" });

test("scatter() draws human data first, so that nothing hides what was made", () => {
  const { data } = draw(group({ label: "copy" }), group({ role: "real" })) as unknown as {
    data: { values: { group: string }[] };
  };
  assert.deepEqual(
    data.values.map(({ group }) => group),
    ["human", "human", "copy", "copy"],
  );
});

test("scatter() gives both axes one scale where distances matter", () => {
  const { encoding } = scatter({ groups: [group()], x: "width", y: "height", square: true }) as unknown as {
    encoding: Record<"x" | "y", { scale: { domain: number[] } }>;
  };
  assert.deepEqual(encoding.x.scale.domain, [0, 9]);
  assert.deepEqual(encoding.y.scale.domain, [0, 9]);
});

test("scatter() names what it refuses", () => {
  assert.throws(() => draw(), /groups must hold 1 to 6 groups, got 0/);
  assert.throws(() => draw(group({ y: [1] })), /groups\[0\]\.y must hold 2 values, got 1/);
  assert.throws(() => draw(group({ x: [], y: [] })), /groups\[0\]\.x must hold at least 1 value, got 0/);
  assert.throws(() => draw(group(), group()), /groups\[1\]\.label must be its own, got human twice/);
});
