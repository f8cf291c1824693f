import assert from "node:assert/strict";
import { test } from "node:test";
import { bars } from "../../../../lib/index.ts";
import { drawn, looks } from "../drawn.ts";

test("bars() draws bars in the order given, each with its number", () => {
  const figure = bars({
    bars: [
      { label: "a", value: 12345, role: "real" },
      { label: "b", value: -1 },
      { label: "c", value: -1, role: "theory" },
    ],
    x: "words",
  });
  assert.equal(figure.description, "Words: highest for “a” (12 345), lowest for 2 of 3 (−1 each).");
  const rows = [
    { label: "a", value: 12345, shown: "12 345", role: "real" },
    { label: "b", value: -1, shown: "−1", role: "synthetic" },
    { label: "c", value: -1, shown: "−1", role: "theory" },
  ];
  assert.deepEqual(drawn(figure), [
    { how: "bar y=label x=value color=role", rows },
    { how: "text y=label x=value text=shown", rows },
  ]);
  assert.deepEqual(looks(figure, "color"), [
    ["real", "#1c1b19"],
    ["synthetic", "#9a3412"],
    ["theory", "#0072B2"],
  ]);
});
