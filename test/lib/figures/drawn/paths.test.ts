import assert from "node:assert/strict";
import { test } from "node:test";
import { paths } from "../../../../lib/index.ts";
import { drawn, looks } from "../drawn.ts";

test("paths() draws each chain, the median over them and the law on top", () => {
  const figure = paths({
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
    "From generation 0 to 1 the median of 5 chains goes from 2 to 20; single chains end between 0 and 90.",
  );
  const rows = [
    { 0: null, 1: 1, 2: 2, 3: 3, 4: 4, generation: 0, median: 2, law: 2 },
    { 0: null, 1: 10, 2: 20, 3: 30, 4: 90, generation: 1, median: 20, law: 18 },
  ];
  assert.deepEqual(drawn(figure), [
    {
      how: "line x=generation y=value log color=series strokeDash=series strokeWidth=series strokeOpacity=series detail=chain",
      rows,
    },
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
    ["one chain", "#9a3412"],
    ["median", "#9a3412"],
    ["law", "#0072B2"],
  ]);
  assert.deepEqual(looks(figure, "strokeDash"), [
    ["one chain", [1, 0]],
    ["median", [1, 0]],
    ["law", [6, 4]],
  ]);
  assert.deepEqual(looks(figure, "strokeWidth"), [
    ["one chain", 0.8],
    ["median", 3],
    ["law", 2],
  ]);
  assert.deepEqual(looks(figure, "strokeOpacity"), [
    ["one chain", 0.45],
    ["median", 1],
    ["law", 1],
  ]);
});
