import assert from "node:assert/strict";
import { test } from "node:test";
import { typesOverGenerations } from "../../../../lib/index.ts";
import { drawn, looks } from "../drawn.ts";

test("typesOverGenerations() draws the mean with a bar from the least run to the greatest, on the law", () => {
  const figure = typesOverGenerations({
    values: [
      [10, 10],
      [4, 8],
      [2, 3],
    ],
    law: [10, 7, 3],
  });
  assert.equal(
    figure.description,
    "From generation 0 to 2 the number of different words alive falls from 10 to 2.5 (mean of 2 runs); the law says 3.",
  );
  const others = [
    { generation: 0, mean: 10, least: 10, most: 10 },
    { generation: 1, mean: 6, least: 4, most: 8 },
    { generation: 2, mean: 2.5, least: 2, most: 3 },
  ];
  assert.deepEqual(drawn(figure), [
    {
      how: "line x=generation color=series strokeDash=series strokeWidth=series strokeOpacity=series y=law from 0",
      rows: [
        { generation: 0, law: 10 },
        { generation: 1, law: 7 },
        { generation: 2, law: 3 },
      ],
    },
    {
      how: "rule x=generation color=series strokeDash=series strokeWidth=series strokeOpacity=series y=least from 0 y2=most",
      rows: others,
    },
    { how: "point #9a3412 x=generation y=mean from 0", rows: others },
  ]);
  assert.deepEqual(looks(figure, "color"), [
    ["mean of 2 runs", "#9a3412"],
    ["law", "#0072B2"],
  ]);
  assert.deepEqual(looks(figure, "strokeDash"), [
    ["mean of 2 runs", [1, 0]],
    ["law", [6, 4]],
  ]);
  assert.deepEqual(looks(figure, "strokeWidth"), [
    ["mean of 2 runs", 2],
    ["law", 2],
  ]);
  assert.deepEqual(looks(figure, "strokeOpacity"), [
    ["mean of 2 runs", 1],
    ["law", 1],
  ]);
});
