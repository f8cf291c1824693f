import assert from "node:assert/strict";
import { test } from "node:test";
import { familyTree } from "../../../../lib/index.ts";
import { drawn, looks } from "../drawn.ts";

test("familyTree() draws a line to each parent, in the order of the parents", () => {
  const figure = familyTree({
    parents: [
      [2, 0, 2],
      [0, 1, 0],
    ],
  });
  assert.equal(figure.description, "Of 3 items in generation 0, 2 have descendants in generation 2.");
  const rows = [
    { from: 0, to: 1, place: 2, next: 1, alive: 1 },
    { from: 0, to: 1, place: 0, next: 0, alive: 1 },
    { from: 0, to: 1, place: 2, next: 2, alive: 0 },
    { from: 1, to: 2, place: 1, next: 1, alive: 1 },
    { from: 1, to: 2, place: 0, next: 0, alive: 1 },
    { from: 1, to: 2, place: 1, next: 2, alive: 1 },
  ];
  assert.deepEqual(drawn(figure), [
    {
      how: "rule (datum.alive === 0) color=series strokeDash=series strokeWidth=series strokeOpacity=series x=from y=place[-0.4,2.4] x2=to y2=next",
      rows,
    },
    {
      how: "rule (datum.alive === 1) color=series strokeDash=series strokeWidth=series strokeOpacity=series x=from y=place[-0.4,2.4] x2=to y2=next",
      rows,
    },
  ]);
  assert.deepEqual(looks(figure, "color"), [
    ["has descendants at the end", "#9a3412"],
    ["dies out", "#57534e"],
  ]);
  assert.deepEqual(looks(figure, "strokeDash"), [
    ["has descendants at the end", [1, 0]],
    ["dies out", [1, 0]],
  ]);
  assert.deepEqual(looks(figure, "strokeWidth"), [
    ["has descendants at the end", 2.5],
    ["dies out", 1],
  ]);
  assert.deepEqual(looks(figure, "strokeOpacity"), [
    ["has descendants at the end", 1],
    ["dies out", 0.45],
  ]);
});
