import assert from "node:assert/strict";
import { test } from "node:test";
import { type Curve, curves } from "../../../lib/index.ts";

const curve = (more: Partial<Curve> = {}): Curve => ({ label: "clean", x: [1, 10], y: [2, 1], ...more });
const draw = (...series: Curve[]) => curves({ series, x: "size", y: "error" });

test("curves() says where each of them goes", () => {
  assert.equal(
    draw(curve(), curve({ label: "mixed", y: [2, 1.5] }), curve({ label: "none", y: [2, 3] })).description,
    "For size from 1 to 10, error falls from 2 to 1 (clean), from 2 to 1.5 (mixed) and rises from 2 to 3 (none).",
  );
});

test("curves() draws what was measured as points where there is a law, and leaves out what has no logarithm", () => {
  const spec = JSON.stringify(
    curves({ series: [curve({ y: [2, 0], law: [2, 1] })], x: "size", y: "error", logY: true }),
  );
  assert.match(spec, /"type":"point"/);
  assert.match(spec, /"x":10,"y":null/);
  assert.doesNotMatch(JSON.stringify(draw(curve())), /"type":"point"/);
});

test("the legend of curves() shows a line for a curve without points, beside others that have them", () => {
  const spec = draw(curve({ law: [2, 1] }), curve({ label: "plain" }), curve({ label: "dots", law: [2, 1] }));
  const ranges = JSON.stringify(spec).match(/"shape":\{.*?"range":(\[.*?\])/);
  assert.equal(ranges?.[1], '["circle","stroke","triangle-up"]');
});

test("curves() names what it refuses", () => {
  assert.throws(() => draw(), /series must hold 1 to 6 curves, got 0/);
  assert.throws(() => draw(curve(), curve()), /series\[1\]\.label must be its own, got clean twice/);
  assert.throws(() => draw(curve({ low: [1, 1] })), /series\[0\] must have both low and high, got one/);
  assert.throws(() => draw(curve({ law: [1, 1, 1] })), /series\[0\]\.law must hold 2 values, got 3/);
  assert.throws(() => draw(curve({ y: [1, Number.NaN] })), /series\[0\]\.y\[1\] must be finite, got NaN/);
});
