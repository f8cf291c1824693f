import assert from "node:assert/strict";
import { test } from "node:test";
import { ribbon } from "../../../../lib/index.ts";
import { drawn, looks } from "../drawn.ts";

test("ribbon() draws the law's band behind the chains, its middle on top", () => {
  const figure = ribbon({
    values: [
      [0, 1, 2, 3, 4],
      [0, 10, 20, 30, 90],
    ],
    y: "v",
    band: "nine in ten",
    law: { low: [0, 1], middle: [2, 3], high: [4, 50] },
    log: true,
  });
  assert.equal(
    figure.description,
    "By law the chains of generation 1 lie around 3, between 1 and 50 (nine in ten); 3 of 5 do.",
  );
  const rows = [
    { 0: null, 1: 1, 2: 2, 3: 3, 4: 4, generation: 0, low: null, middle: 2, high: 4 },
    { 0: null, 1: 10, 2: 20, 3: 30, 4: 90, generation: 1, low: 1, middle: 3, high: 50 },
  ];
  assert.deepEqual(drawn(figure), [
    { how: "area #0072B2 x=generation[0,1] y=low log y2=high", rows },
    {
      how: "line x=generation[0,1] y=chain log color=series strokeDash=series strokeWidth=series strokeOpacity=series detail=run",
      rows,
    },
    {
      how: "line x=generation[0,1] y=middle log color=series strokeDash=series strokeWidth=series strokeOpacity=series",
      rows,
    },
  ]);
  assert.deepEqual(looks(figure, "color"), [
    ["one chain", "#9a3412"],
    ["law (band: nine in ten)", "#0072B2"],
  ]);
  assert.deepEqual(looks(figure, "strokeDash"), [
    ["one chain", [1, 0]],
    ["law (band: nine in ten)", [6, 4]],
  ]);
  assert.deepEqual(looks(figure, "strokeWidth"), [
    ["one chain", 0.8],
    ["law (band: nine in ten)", 2.5],
  ]);
  assert.deepEqual(looks(figure, "strokeOpacity"), [
    ["one chain", 0.5],
    ["law (band: nine in ten)", 1],
  ]);
});
