import assert from "node:assert/strict";
import { test } from "node:test";
import { fan } from "../../../../lib/index.ts";
import { drawn, looks } from "../drawn.ts";

test("fan() draws bands from the 5th to the 95th and the 25th to the 75th percentile, the median and the law", () => {
  const figure = fan({
    values: [
      [0, 1, 2, 3, 4],
      [0, 10, 20, 30, 90],
    ],
    law: [2, 18],
    y: "v",
    log: true,
  });
  assert.equal(
    figure.description,
    "In generation 1 the middle 90 % of 5 chains lie between 2 and 78, their median at 20; the law says 18.",
  );
  const rows = [
    { generation: 0, p5: 0.2, p25: 1, median: 2, p75: 3, p95: 3.8, law: 2 },
    { generation: 1, p5: 2, p25: 10, median: 20, p75: 30, p95: 78, law: 18 },
  ];
  assert.deepEqual(drawn(figure), [
    { how: "area #9a3412 x=generation y=p5 log y2=p95", rows },
    { how: "area #9a3412 x=generation y=p25 log y2=p75", rows },
    {
      how: "line x=generation y=median log color=series strokeDash=series strokeWidth=series strokeOpacity=series",
      rows,
    },
    {
      how: "line x=generation y=law log color=series strokeDash=series strokeWidth=series strokeOpacity=series",
      rows,
    },
  ]);
  assert.deepEqual(looks(figure, "color"), [
    ["median (bands: middle 50 and 90 %)", "#9a3412"],
    ["law", "#0072B2"],
  ]);
  assert.deepEqual(looks(figure, "strokeDash"), [
    ["median (bands: middle 50 and 90 %)", [1, 0]],
    ["law", [6, 4]],
  ]);
  assert.deepEqual(looks(figure, "strokeWidth"), [
    ["median (bands: middle 50 and 90 %)", 3],
    ["law", 2],
  ]);
  assert.deepEqual(looks(figure, "strokeOpacity"), [
    ["median (bands: middle 50 and 90 %)", 1],
    ["law", 1],
  ]);
});
