import assert from "node:assert/strict";
import { test } from "node:test";
import { withinBetween } from "../../../../lib/index.ts";
import { drawn, looks } from "../drawn.ts";

test("withinBetween() draws the part between on top of the part within, and the law's two edges", () => {
  const figure = withinBetween({
    within: [1, 0.75],
    between: [0, 0.25],
    law: { within: [1, 0.8], between: [0, 0.3] },
    y: "v",
  });
  assert.equal(
    figure.description,
    "In generation 1, 0.75 lies within chains and 0.25 between them, 25 % of the whole.",
  );
  const rows = [
    { generation: 0, ground: 0, within: 1, total: 1, withinLaw: 1, totalLaw: 1 },
    { generation: 1, ground: 0, within: 0.75, total: 1, withinLaw: 0.8, totalLaw: 1.1 },
  ];
  assert.deepEqual(drawn(figure), [
    { how: "area x=generation[0,1] y=within y2=ground fill=part", rows },
    { how: "area x=generation[0,1] y=total y2=within fill=part", rows },
    { how: "line #0072B2 x=generation[0,1] y=withinLaw strokeDash=series", rows },
    { how: "line #0072B2 x=generation[0,1] y=totalLaw strokeDash=series", rows },
  ]);
  assert.deepEqual(looks(figure, "fill"), [
    ["within chains", "#9a3412"],
    ["between chains", "#009E73"],
  ]);
  assert.deepEqual(looks(figure, "strokeDash"), [["law", [6, 4]]]);
});
