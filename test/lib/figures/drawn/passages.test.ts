import assert from "node:assert/strict";
import { test } from "node:test";
import { passages } from "../../../../lib/index.ts";
import { drawn } from "../drawn.ts";

test("passages() draws a heading above each text, in the colour of who wrote it", () => {
  const figure = passages({
    passages: [
      { label: "human", text: "call me", role: "real" },
      { label: "copy", text: "the sea ".repeat(12) },
    ],
    lines: 2,
  });
  assert.equal(
    figure.description,
    "human: “call me”; copy: “the sea the sea the sea the sea the sea the sea the sea”.",
  );
  const rows = [
    { place: 0, text: "human", role: "label" },
    { place: 1, text: "call me", role: "real" },
    { place: 3.6, text: "copy", role: "label" },
    { place: 4.6, text: "the sea the sea the sea the sea the sea the sea the sea", role: "synthetic" },
    { place: 5.6, text: "the sea the sea the sea the sea the sea", role: "synthetic" },
  ];
  assert.deepEqual(drawn(figure), [
    { how: "text #57534e (datum.role === 'label') x:0 y=place[0,6.6000000000000005] down text=text", rows },
    { how: "text #1c1b19 (datum.role === 'real') x:0 y=place[0,6.6000000000000005] down text=text", rows },
    {
      how: "text #9a3412 (datum.role === 'synthetic') x:0 y=place[0,6.6000000000000005] down text=text",
      rows,
    },
  ]);
});
