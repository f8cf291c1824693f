import assert from "node:assert/strict";
import { test } from "node:test";
import { type HeatMapOptions, heatMap } from "../../../lib/index.ts";

const grid = { xs: [1, 10], ys: [0, 1], values: [[1, 2], [3, 4]], x: "size", y: "share", value: "error" }; // biome-ignore format: a table
const draw = (more: Partial<HeatMapOptions> = {}) => heatMap({ ...grid, ...more });
type Cell = { left: number; right: number; bottom: number; top: number; side?: string };
const cells = (more?: Partial<HeatMapOptions>): Cell[] =>
  (draw(more).layer as { data: { values: Cell[] } }[])[0]!.data.values;

test("heatMap() makes cells that meet half way, on logarithmic axes by ratio", () => {
  assert.deepEqual(
    cells().map(({ left, right, bottom, top }) => [left, right, bottom, top]),
    [
      [-3.5, 5.5, -0.5, 0.5],
      [5.5, 14.5, -0.5, 0.5],
      [-3.5, 5.5, 0.5, 1.5],
      [5.5, 14.5, 0.5, 1.5],
    ],
  );
  assert.deepEqual(
    cells({ logX: true })
      .slice(0, 2)
      .map(({ left, right }) => [left, right]),
    [
      [0.31623, 3.1623],
      [3.1623, 31.623],
    ],
  );
});

test("heatMap() tells two phases apart", () => {
  assert.deepEqual(
    cells({ middle: 2 }).map(({ side }) => side),
    ["up to 2", "up to 2", "above 2", "above 2"],
  );
  assert.match(draw({ middle: 2 }).description, /; it is above 2 in 2 of them\.$/);
});

test("heatMap() names what it refuses", () => {
  assert.throws(() => draw({ xs: [1, 1] }), /xs must rise, got 1 at xs\[1\]/);
  assert.throws(() => draw({ ys: [0, 1], logY: true }), /ys must rise and be above 0, got 0 at ys\[0\]/);
  assert.throws(() => draw({ values: [[1, 2]] }), /values must hold 2 rows as ys does, got 1/);
  assert.throws(() => draw({ values: [[1, 2], [3]] }), /values\[1\] must hold 2 values as xs does, got 1/);
  assert.throws(
    () => draw({ line: { label: "law", x: [1, 2], y: [1] } }),
    /line.y must hold at least 2 values, got 1/,
  );
});
