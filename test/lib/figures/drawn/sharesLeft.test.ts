import assert from "node:assert/strict";
import { test } from "node:test";
import { sharesLeft } from "../../../../lib/index.ts";
import { drawn, looks } from "../drawn.ts";

test("sharesLeft() draws each quantity as a share of its start, with a bar over the runs and its name", () => {
  const figure = sharesLeft({
    series: [
      {
        label: "entropy",
        values: [
          [8, 8],
          [4, 6],
          [4, 4],
        ],
        law: [8, 6, 5],
      },
      {
        label: "words",
        values: [
          [90, 110],
          [60, 40],
          [0, 0],
        ],
      },
    ],
  });
  assert.equal(figure.description, "In generation 2, 50 % of entropy is left and none of words.");
  const others = [
    { label: "entropy", generation: 0, share: 1, least: 1, most: 1 },
    { label: "entropy", generation: 1, share: 0.625, least: 0.5, most: 0.75 },
    { label: "entropy", generation: 2, share: 0.5, least: 0.5, most: 0.5 },
    { label: "words", generation: 0, share: 1, least: 0.9, most: 1.1 },
    { label: "words", generation: 1, share: 0.5, least: 0.4, most: 0.6 },
    { label: "words", generation: 2, share: 0, least: 0, most: 0 },
  ];
  assert.deepEqual(drawn(figure), [
    {
      how: "line #0072B2 dashed 6,4 x=generation[0,2] y=share[0,1] detail=label",
      rows: [
        { label: "entropy", generation: 0, share: 1 },
        { label: "entropy", generation: 1, share: 0.75 },
        { label: "entropy", generation: 2, share: 0.625 },
      ],
    },
    { how: "rule #9a3412 x=generation[0,2] y=least[0,1] y2=most", rows: others },
    { how: "point #9a3412 x=generation[0,2] y=share[0,1] shape=label", rows: others },
    {
      how: "text #9a3412 x=generation[0,2] y=share[0,1] text=label",
      rows: [{ label: "entropy", generation: 1, share: 0.625 }],
    },
    {
      how: "text #9a3412 x=generation[0,2] y=share[0,1] text=label",
      rows: [{ label: "words", generation: 1, share: 0.5 }],
    },
  ]);
  assert.deepEqual(looks(figure, "shape"), [
    ["entropy", "circle"],
    ["words", "square"],
  ]);
});
