import assert from "node:assert/strict";
import { test } from "node:test";
import { heatMap } from "../../../../lib/index.ts";
import { drawn, looks } from "../drawn.ts";

test("heatMap() draws cells that meet half way, the stronger the further from the middle, and the law's boundary", () => {
  const figure = heatMap({
    xs: [1, 3],
    ys: [0, 1],
    values: [
      [1, 2],
      [3, 9],
    ],
    x: "size",
    y: "share",
    value: "error",
    middle: 2,
    line: { label: "law", x: [1, 2], y: [0, 1] },
  });
  assert.equal(
    figure.description,
    "Over 4 cells error is least (1) at size = 1 and share = 0, and greatest (9) at size = 3 and share = 1; it is above 2 in 2 of them.",
  );
  assert.deepEqual(drawn(figure), [
    {
      how: "rect x=left[0,4] from anywhere x2=right y=bottom[-0.5,1.5] from anywhere y2=top opacity=distance color=side",
      rows: [
        { x: 1, y: 0, left: 0, right: 2, bottom: -0.5, top: 0.5, value: 1, side: "up to 2", distance: 1 },
        { x: 3, y: 0, left: 2, right: 4, bottom: -0.5, top: 0.5, value: 2, side: "up to 2", distance: 0 },
        { x: 1, y: 1, left: 0, right: 2, bottom: 0.5, top: 1.5, value: 3, side: "above 2", distance: 1 },
        { x: 3, y: 1, left: 2, right: 4, bottom: 0.5, top: 1.5, value: 9, side: "above 2", distance: 7 },
      ],
    },
    {
      how: "line #1c1b19 x=x[0,4] from anywhere y=y[-0.5,1.5] from anywhere order=step strokeDash=series",
      rows: [
        { step: 0, x: 1, y: 0 },
        { step: 1, x: 2, y: 1 },
      ],
    },
  ]);
  assert.deepEqual(looks(figure, "color"), [
    ["up to 2", "#0072B2"],
    ["above 2", "#D55E00"],
  ]);
  assert.deepEqual(looks(figure, "strokeDash"), [["law", [6, 4]]]);
  assert.deepEqual(looks(figure, "opacity"), [
    [0, 0.05],
    [7, 1],
  ]);
});
