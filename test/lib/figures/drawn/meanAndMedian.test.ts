import assert from "node:assert/strict";
import { test } from "node:test";
import { meanAndMedian } from "../../../../lib/index.ts";
import { drawn } from "../drawn.ts";

test("meanAndMedian() draws the middle 80 % behind both answers, each with its name, at just over half the way", () => {
  const figure = meanAndMedian({
    values: [
      [0, 1, 2, 3, 4],
      [0, 10, 20, 30, 90],
      [0, 1, 2, 3, 4],
    ],
    y: "v",
    meanLaw: [2, 3, 4],
    medianLaw: [2, 1, 0],
  });
  assert.equal(figure.description, "In generation 2 the mean of 5 chains is 2 and their median 2.");
  const rows = [
    { generation: 0, mean: 2, median: 2, p10: 0.4, p90: 3.6, meanLaw: 2, medianLaw: 2 },
    { generation: 1, mean: 30, median: 20, p10: 4, p90: 66, meanLaw: 3, medianLaw: 1 },
    { generation: 2, mean: 2, median: 2, p10: 0.4, p90: 3.6, meanLaw: 4, medianLaw: 0 },
  ];
  const others = [{ generation: 1, mean: 30, median: 20, p10: 4, p90: 66, meanLaw: 3, medianLaw: 1 }];
  assert.deepEqual(drawn(figure), [
    { how: "area #9a3412 x=generation[0,2] y=p10 y2=p90", rows },
    { how: "line #009E73 x=generation[0,2] y=mean", rows },
    { how: "line #9a3412 x=generation[0,2] y=median", rows },
    { how: "line #0072B2 dashed 6,4 x=generation[0,2] y=meanLaw", rows },
    { how: "line #0072B2 dashed 6,4 x=generation[0,2] y=medianLaw", rows },
    { how: "text mean of all chains #009E73 x=generation[0,2] y=mean", rows: others },
    { how: "text median chain #9a3412 x=generation[0,2] y=median", rows: others },
    { how: "text middle 80 % of chains #57534e x=generation[0,2] y=p90", rows: others },
    { how: "text dashed: laws #0072B2 x=generation[0,2] y=meanLaw", rows: others },
  ]);
});
