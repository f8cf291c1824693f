import assert from "node:assert/strict";
import { test } from "node:test";
import { survivalCurves } from "../../../../lib/index.ts";
import { drawn, looks } from "../drawn.ts";

test("survivalCurves() draws measured shares as points and the law as a line, one look for each band", () => {
  const figure = survivalCurves({
    bands: [
      { label: "seen once", measured: [1, 0.5], law: [1, 0.6] },
      { label: "seen often", measured: [1, 1], law: [1, 0.9] },
      { label: "seen always", measured: [1, 1] },
    ],
  });
  assert.equal(
    figure.description,
    "After 1 generation 50 % of the words seen once are alive, and 100 % of those seen always.",
  );
  assert.deepEqual(drawn(figure), [
    {
      how: "line x=generation y=alive color=band",
      rows: [
        { generation: 0, band: "seen once", alive: 1 },
        { generation: 1, band: "seen once", alive: 0.6 },
      ],
    },
    {
      how: "line dashed 6,3 x=generation y=alive color=band",
      rows: [
        { generation: 0, band: "seen often", alive: 1 },
        { generation: 1, band: "seen often", alive: 0.9 },
      ],
    },
    {
      how: "point x=generation y=alive color=band shape=band",
      rows: [
        { generation: 0, band: "seen once", alive: 1 },
        { generation: 1, band: "seen once", alive: 0.5 },
        { generation: 0, band: "seen often", alive: 1 },
        { generation: 1, band: "seen often", alive: 1 },
        { generation: 0, band: "seen always", alive: 1 },
        { generation: 1, band: "seen always", alive: 1 },
      ],
    },
  ]);
  assert.deepEqual(looks(figure, "color"), [
    ["seen once", "#9a3412"],
    ["seen often", "#0072B2"],
    ["seen always", "#009E73"],
  ]);
  assert.deepEqual(looks(figure, "shape"), [
    ["seen once", "circle"],
    ["seen often", "square"],
    ["seen always", "triangle-up"],
  ]);
});
