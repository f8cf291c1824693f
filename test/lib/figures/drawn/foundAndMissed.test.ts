import assert from "node:assert/strict";
import { test } from "node:test";
import { foundAndMissed } from "../../../../lib/index.ts";
import { drawn, looks } from "../drawn.ts";

test("foundAndMissed() draws four kinds of point, and the four numbers", () => {
  const figure = foundAndMissed({
    real: [
      [0, 0],
      [1, 0],
      [5, 5],
    ],
    fake: [
      [0, 1],
      [0.5, 0],
    ],
    k: 1,
    strict: true,
    x: "x",
    y: "y",
    range: [-6, 6],
  });
  assert.equal(
    figure.description,
    "Precision 0.5, recall 0.667, density 1, coverage 0.667: of 3 human points 1 is missed, of 2 by the model 1 is outside.",
  );
  assert.deepEqual(drawn(figure), [
    {
      how: "point x=x[-6,6] y=y[-6,6] stroke=kind fill=kind shape=kind",
      rows: [
        { kind: "human, found", x: 0, y: 0 },
        { kind: "human, found", x: 1, y: 0 },
        { kind: "human, missed", x: 5, y: 5 },
        { kind: "model, outside", x: 0, y: 1 },
        { kind: "model, inside", x: 0.5, y: 0 },
      ],
    },
    {
      how: "text x:0 y:-6 text=said",
      rows: [{ said: "precision 0.50 · recall 0.67 · density 1.00 · coverage 0.67" }],
    },
  ]);
  assert.deepEqual(looks(figure, "fill"), [
    ["human, found", "transparent"],
    ["human, missed", "#1c1b19"],
    ["model, inside", "#9a3412"],
    ["model, outside", "#0072B2"],
  ]);
  assert.deepEqual(looks(figure, "stroke"), [
    ["human, found", "#1c1b19"],
    ["human, missed", "#1c1b19"],
    ["model, inside", "#9a3412"],
    ["model, outside", "#0072B2"],
  ]);
  assert.deepEqual(looks(figure, "shape"), [
    ["human, found", "circle"],
    ["human, missed", "circle"],
    ["model, inside", "triangle-up"],
    ["model, outside", "diamond"],
  ]);
});
