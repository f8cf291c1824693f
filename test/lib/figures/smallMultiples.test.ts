import assert from "node:assert/strict";
import { test } from "node:test";
import { type Panel, smallMultiples } from "../../../lib/index.ts";

const panel = (more: Partial<Panel> = {}): Panel => ({ label: "words", y: [3, 2, 1], ...more });
const draw = (...panels: Panel[]) => smallMultiples({ panels });

test("smallMultiples() says which measure sounds the alarm first", () => {
  assert.equal(
    draw(panel({ alarm: 2 }), panel({ label: "bits", alarm: 1 }), panel({ label: "recall" })).description,
    "From generation 0 to 2, 2 of 3 measures sound an alarm; the first is bits, at 1.",
  );
  assert.equal(draw(panel()).description, "From generation 0 to 2, words goes from 3 to 1.");
});

test("smallMultiples() names what it refuses", () => {
  assert.throws(() => draw(), /xs must hold|panels must hold 1 to 12 panels, got 0/);
  assert.throws(() => draw(panel(), panel()), /panels\[1\]\.label must be its own, got words twice/);
  assert.throws(() => draw(panel({ low: [1, 1, 1] })), /panels\[0\] must have both low and high, got one/);
  assert.throws(
    () => draw(panel(), panel({ label: "bits", y: [1] })),
    /panels\[1\]\.y must be as long as xs/,
  );
  assert.throws(() => draw(panel({ alarm: 3 })), /panels\[0\]\.alarm must lie within xs, from 0 to 2, got 3/);
});

test("smallMultiples() names the x-axis below the last row of three, and marks an alarm in the last quarter on its left", () => {
  const panels = ["a", "b", "c", "d"].map((label) => panel({ label, y: [3, 2, 1, 1, 0], alarm: 3 }));
  const { concat } = draw(...panels) as unknown as {
    concat: {
      layer: { encoding: { x: { title: string | null } }; mark: { align?: string }; transform?: object[] }[];
    }[];
  };
  assert.deepEqual(
    concat.map(({ layer }) => layer[0]!.encoding.x.title),
    [null, "generation", "generation", "generation"],
  );
  const [, , right, left] = concat[0]!.layer;
  assert.deepEqual([right!.mark.align, right!.transform], ["left", [{ filter: "datum.alarm <= 3" }]]);
  assert.deepEqual([left!.mark.align, left!.transform], ["right", [{ filter: "datum.alarm > 3" }]]);
});
