import assert from "node:assert/strict";
import { test } from "node:test";
import { smallMultiples } from "../../../../lib/index.ts";
import { drawn } from "../drawn.ts";

test("smallMultiples() draws a panel each, with its spread and the place of its alarm", () => {
  const figure = smallMultiples({
    panels: [
      { label: "words", y: [9, 5, 1], alarm: 1 },
      { label: "bits", y: [3, 3, 2], low: [2, 2, 1], high: [4, 4, 3], alarm: 2 },
    ],
  });
  assert.equal(
    figure.description,
    "From generation 0 to 2, both measures sound an alarm; the first is words, at 1.",
  );
  const rows = [
    { measure: "words", x: 0, value: 9, low: 9, high: 9 },
    { measure: "words", x: 1, value: 5, low: 5, high: 5 },
    { measure: "words", x: 2, value: 1, low: 1, high: 1 },
  ];
  const others = [{ measure: "words", alarm: 1, said: "1" }];
  const third = [
    { measure: "bits", x: 0, value: 3, low: 2, high: 4 },
    { measure: "bits", x: 1, value: 3, low: 2, high: 4 },
    { measure: "bits", x: 2, value: 2, low: 1, high: 3 },
  ];
  const fourth = [{ measure: "bits", alarm: 2, said: "2" }];
  assert.deepEqual(drawn(figure), [
    { how: "area #9a3412 x=x[0,2] y=low from anywhere y2=high", rows },
    { how: "line #9a3412 x=x[0,2] y=value from anywhere", rows },
    { how: "rule #0072B2 dashed 4,3 x=alarm[0,2]", rows: others },
    { how: "text #0072B2 (datum.alarm <= 1.5) x=alarm[0,2] y:0 text=said", rows: others },
    { how: "text #0072B2 (datum.alarm > 1.5) x=alarm[0,2] y:0 text=said", rows: others },
    { how: "area #9a3412 x=x[0,2] y=low from anywhere y2=high", rows: third },
    { how: "line #9a3412 x=x[0,2] y=value from anywhere", rows: third },
    { how: "rule #0072B2 dashed 4,3 x=alarm[0,2]", rows: fourth },
    { how: "text #0072B2 (datum.alarm <= 1.5) x=alarm[0,2] y:0 text=said", rows: fourth },
    { how: "text #0072B2 (datum.alarm > 1.5) x=alarm[0,2] y:0 text=said", rows: fourth },
  ]);
});
