import assert from "node:assert/strict";
import { test } from "node:test";
import { passages, steered } from "../../../lib/index.ts";

interface Row {
  readonly place: number;
  readonly text: string;
  readonly role: string;
}

const drawn = (text: string, lines: number): readonly Row[] =>
  (passages({ passages: [{ label: "copy 1", text }], lines }).data as { values: Row[] }).values;
const written = (text: string, lines: number): string[] =>
  drawn(text, lines).flatMap((row) => (row.role === "synthetic" ? [row.text] : []));

test("passages() breaks lines at spaces, and words that are longer than a line", () => {
  const sentence = "some years ago never mind how long precisely having little or no money in my purse";
  assert.deepEqual(written(sentence, 3), [
    "some years ago never mind how long precisely having little",
    "or no money in my purse",
  ]);
  assert.deepEqual(written("z".repeat(120), 3), ["z".repeat(58), "z".repeat(58), "z".repeat(4)]);
});

test("passages() shows the first lines only", () => {
  assert.equal(written("the sea ".repeat(100), 2).length, 2);
});

test("passages() can be steered: texts of any length take the same room", () => {
  const figure = steered({
    sliders: { T: { label: "temperature", values: [0.5, 1] } },
    figure: ({ T }) =>
      passages({
        passages: [
          { label: "human", text: "call me ishmael", role: "real" },
          { label: "copy 1", text: "the sea ".repeat(T === 1 ? 30 : 1) },
        ],
        lines: 2,
      }),
  });
  assert.match(figure.description, /^Temperature: 0.5\. human: “call me ishmael”; copy 1: “the sea”\.$/);
});

test("passages() names the argument it rejects", () => {
  const one = { label: "copy 1", text: "the sea" };
  assert.throws(() => passages({ passages: [], lines: 2 }), /passages must hold 1 to 12 texts, got 0/);
  assert.throws(
    () => passages({ passages: [one], lines: 0 }),
    /lines must be an integer of at least 1, got 0/,
  );
  assert.throws(() => passages({ passages: [one], lines: 11 }), /lines must be at most 10, got 11/);
  assert.throws(
    () => passages({ passages: [{ label: "copy 1", text: " " }], lines: 1 }),
    /passages\[0\]\.text must hold a word, got nothing/,
  );
});
