import assert from "node:assert/strict";
import { test } from "node:test";
import { scatter } from "../../../../lib/index.ts";
import { drawn, looks } from "../drawn.ts";

test("scatter() draws rings for human points and for nothing else, in the legend too", () => {
  const figure = scatter({
    groups: [
      { label: "written", x: [0, 2], y: [1, 1] },
      { label: "human", x: [5], y: [6], role: "real" },
    ],
    x: "a",
    y: "b",
    square: true,
  });
  assert.equal(
    figure.description,
    "The 2 points “written” have their centre at a 1, b 1; the one point “human” is at 5 and 6.",
  );
  assert.deepEqual(drawn(figure), [
    {
      how: "point x=x[0,6] from anywhere y=y[0,6] from anywhere stroke=group fill=group shape=group",
      rows: [
        { group: "human", x: 5, y: 6 },
        { group: "written", x: 0, y: 1 },
        { group: "written", x: 2, y: 1 },
      ],
    },
  ]);
  assert.deepEqual(looks(figure, "fill"), [
    ["written", "#9a3412"],
    ["human", "transparent"],
  ]);
  assert.deepEqual(looks(figure, "stroke"), [
    ["written", "#9a3412"],
    ["human", "#1c1b19"],
  ]);
  assert.deepEqual(looks(figure, "shape"), [
    ["written", "square"],
    ["human", "circle"],
  ]);
});
