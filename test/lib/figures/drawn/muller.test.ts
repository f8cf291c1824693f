import assert from "node:assert/strict";
import { test } from "node:test";
import { muller } from "../../../../lib/index.ts";
import { drawn, looks } from "../drawn.ts";

test("muller() draws bands on one another; a name before its band, or in it where that begins with too little", () => {
  const figure = muller({
    shares: Array.from({ length: 9 }, (_, t) => [8 - t, t, 8]),
    names: ["a", "b", "c"],
  });
  assert.equal(
    figure.description,
    "Of 2 types in generation 0, 2 are left in generation 8; “b” and “c” are largest then, with 50 % each.",
  );
  assert.deepEqual(drawn(figure), [
    {
      how: "area x=generation[0,8] y=bottom[0,1] y2=top detail=type color=look fillOpacity=look",
      rows: [
        { generation: 0, type: "a", bottom: 0, top: 0.5, look: 0 },
        { generation: 1, type: "a", bottom: 0, top: 0.4375, look: 0 },
        { generation: 2, type: "a", bottom: 0, top: 0.375, look: 0 },
        { generation: 3, type: "a", bottom: 0, top: 0.3125, look: 0 },
        { generation: 4, type: "a", bottom: 0, top: 0.25, look: 0 },
        { generation: 5, type: "a", bottom: 0, top: 0.1875, look: 0 },
        { generation: 6, type: "a", bottom: 0, top: 0.125, look: 0 },
        { generation: 7, type: "a", bottom: 0, top: 0.0625, look: 0 },
        { generation: 8, type: "a", bottom: 0, top: 0, look: 0 },
        { generation: 0, type: "b", bottom: 0.5, top: 0.5, look: 1 },
        { generation: 1, type: "b", bottom: 0.4375, top: 0.5, look: 1 },
        { generation: 2, type: "b", bottom: 0.375, top: 0.5, look: 1 },
        { generation: 3, type: "b", bottom: 0.3125, top: 0.5, look: 1 },
        { generation: 4, type: "b", bottom: 0.25, top: 0.5, look: 1 },
        { generation: 5, type: "b", bottom: 0.1875, top: 0.5, look: 1 },
        { generation: 6, type: "b", bottom: 0.125, top: 0.5, look: 1 },
        { generation: 7, type: "b", bottom: 0.0625, top: 0.5, look: 1 },
        { generation: 8, type: "b", bottom: 0, top: 0.5, look: 1 },
        { generation: 0, type: "c", bottom: 0.5, top: 1, look: 2 },
        { generation: 1, type: "c", bottom: 0.5, top: 1, look: 2 },
        { generation: 2, type: "c", bottom: 0.5, top: 1, look: 2 },
        { generation: 3, type: "c", bottom: 0.5, top: 1, look: 2 },
        { generation: 4, type: "c", bottom: 0.5, top: 1, look: 2 },
        { generation: 5, type: "c", bottom: 0.5, top: 1, look: 2 },
        { generation: 6, type: "c", bottom: 0.5, top: 1, look: 2 },
        { generation: 7, type: "c", bottom: 0.5, top: 1, look: 2 },
        { generation: 8, type: "c", bottom: 0.5, top: 1, look: 2 },
      ],
    },
    {
      how: "text y=middle[0,1] text=name x:0",
      rows: [
        { name: "a", middle: 0.25, generation: 0, align: "right", look: 0 },
        { name: "c", middle: 0.75, generation: 0, align: "right", look: 2 },
      ],
    },
    {
      how: "text y=middle[0,1] text=name x=generation[0,8] color: if datum.look === 4 #e7e2d6 else #1c1b19",
      rows: [{ name: "b", middle: 0.375, generation: 6, align: "center", look: 1 }],
    },
  ]);
  assert.deepEqual(looks(figure, "color"), [
    [0, "#9a3412"],
    [1, "#CC79A7"],
    [2, "#0072B2"],
    [3, "#D55E00"],
    [4, "#1c1b19"],
    [5, "#57534e"],
    [6, "#009E73"],
    [7, "#e7e2d6"],
    [8, "#57534e"],
    [9, "#57534e"],
  ]);
  assert.deepEqual(looks(figure, "fillOpacity"), [
    [0, 0.75],
    [1, 0.45],
    [2, 0.65],
    [3, 0.5],
    [4, 0.72],
    [5, 0.22],
    [6, 0.6],
    [7, 0.4],
    [8, 0.36],
    [9, 0.5],
  ]);
});
