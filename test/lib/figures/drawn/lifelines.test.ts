import assert from "node:assert/strict";
import { test } from "node:test";
import { lifelines } from "../../../../lib/index.ts";
import { drawn } from "../drawn.ts";

test("lifelines() draws a line to the last text that has the word, and how it ends", () => {
  const figure = lifelines({
    lives: [
      { word: "sea", seen: 9, last: 4, halfLife: 3 },
      { word: "foe", seen: 1, last: 1, halfLife: 9 },
    ],
    generations: 4,
  });
  assert.equal(
    figure.description,
    "In generation 4 of one loop 1 of 2 words is still in use; first to go is “foe”, last seen in generation 1.",
  );
  const rows = [
    { word: "sea  9", first: 0, last: 4, half: 3 },
    { word: "foe  1", first: 0, last: 1 },
  ];
  const third = [{ word: "sea  9", first: 0, last: 4, half: 3 }];
  assert.deepEqual(drawn(figure), [
    { how: "rule #9a3412 x=first[0,4] y=word x2=last", rows },
    { how: "point #9a3412 (datum.last < 4) x=last[0,4] y=word", rows },
    { how: "point #9a3412 (datum.last === 4) x=last[0,4] y=word", rows },
    { how: "point #0072B2 (isValid(datum.half)) x=half[0,4] y=word", rows },
    { how: "text lost #9a3412 x=last[0,4] y=word", rows: [{ word: "foe  1", first: 0, last: 1 }] },
    { how: "text still in use #9a3412 x=last[0,4] y=word", rows: third },
    { how: "text half-life by law #0072B2 x=half[0,4] y=word", rows: third },
  ]);
});
