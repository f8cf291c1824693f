import assert from "node:assert/strict";
import { test } from "node:test";
import { densityLadder } from "../../../../lib/index.ts";
import { drawn } from "../drawn.ts";

test("densityLadder() draws histograms with both ends of the range, and a spike where there is no spread", () => {
  const figure = densityLadder({
    rungs: [
      { generation: 0, values: [0, 1, 1, 5, 7] },
      { generation: 9, values: [2, 2] },
    ],
    x: "x",
    range: [0, 5],
    bins: 5,
  });
  assert.equal(
    figure.description,
    "From generation 0 to 9 the standard deviation of one chain goes from 3.033 to 0; a spike is a generation without spread: 9.",
  );
  const others = [
    { name: "generation 0", at: 1 },
    { name: "generation 9", at: 0 },
  ];
  assert.deepEqual(drawn(figure), [
    {
      how: "rect x=from[0,5] x2=to y=floor[0,2] y2=top color: if datum.rung === 0 && true #1c1b19 else #9a3412",
      rows: [
        { rung: 0, from: 0, to: 1, floor: 1, top: 1.46 },
        { rung: 0, from: 1, to: 2, floor: 1, top: 1.92 },
        { rung: 0, from: 4, to: 5, floor: 1, top: 1.46 },
        { rung: 1, from: 1.99, to: 2.01, floor: 0, top: 0.92 },
      ],
    },
    { how: "text x:0 y=at[0,2] text=name", rows: others },
    { how: "rule #e7e2d6 y=at[0,2]", rows: others },
  ]);
});
