import assert from "node:assert/strict";
import { test } from "node:test";
import { curves } from "../../../../lib/index.ts";
import { drawn, looks } from "../drawn.ts";

test("curves() draws bands behind lines, and points on the line of a law", () => {
  const figure = curves({
    series: [
      { label: "clean", x: [1, 2, 4], y: [3, 1, 2], low: [2, 0.5, 1], high: [4, 2, 3], role: "real" },
      { label: "mixed", x: [1, 2, 4], y: [1, 1, 1], law: [1, 1.5, 1] },
    ],
    x: "n",
    y: "err",
  });
  assert.equal(
    figure.description,
    "For n from 1 to 4, err falls from 3 to 2 (clean; least 1, at 2) and stays at 1 (mixed).",
  );
  const rows = [
    { series: "clean", x: 1, y: 3, low: 2, high: 4 },
    { series: "clean", x: 2, y: 1, low: 0.5, high: 2 },
    { series: "clean", x: 4, y: 2, low: 1, high: 3 },
    { series: "mixed", x: 1, y: 1 },
    { series: "mixed", x: 2, y: 1 },
    { series: "mixed", x: 4, y: 1 },
  ];
  assert.deepEqual(drawn(figure), [
    {
      how: 'area #1c1b19 (indexof(["clean"], datum.series) >= 0) x=x from anywhere y=low from 0 y2=high',
      rows,
    },
    {
      how: 'line (indexof(["clean"], datum.series) >= 0) x=x from anywhere y=y from 0 color=series',
      rows,
    },
    {
      how: 'line (indexof(["mixed"], datum.series) >= 0) x=x from anywhere y=law from 0 color=series',
      rows: [
        { series: "mixed", x: 1, law: 1 },
        { series: "mixed", x: 2, law: 1.5 },
        { series: "mixed", x: 4, law: 1 },
      ],
    },
    {
      how: 'point (indexof(["mixed"], datum.series) >= 0) x=x from anywhere y=y from 0 color=series shape=series',
      rows,
    },
  ]);
  assert.deepEqual(looks(figure, "color"), [
    ["clean", "#1c1b19"],
    ["mixed", "#9a3412"],
  ]);
  assert.deepEqual(looks(figure, "shape"), [
    ["clean", "stroke"],
    ["mixed", "circle"],
  ]);
});
