import assert from "node:assert/strict";
import { test } from "node:test";
import { sortedJson } from "../../../kernel/notebook/sortedJson.ts";

// Texts on the right: Python's json.dumps(value, sort_keys=True, indent=1, ensure_ascii=False), as nbformat calls it.

test("sortedJson() lays out and escapes as Python does", () => {
  assert.equal(
    sortedJson({ b: [], a: {}, c: [1, { d: null, e: [[]] }], f: 'x/"\\\n\u2028\x7f\x01', g: undefined }),
    '{\n "a": {},\n "b": [],\n "c": [\n  1,\n  {\n   "d": null,\n   "e": [\n    []\n   ]\n  }\n ],\n' +
      ' "f": "x/\\"\\\\\\n\u2028\x7f\\u0001"\n}',
  );
});

for (const [why, given, sorted] of [
  ["a key before those that it begins", ["ab", "a", "", "a b", "aa"], ["", "a", "a b", "aa", "ab"]],
  ["whole numbers as texts", ["9", "10", "100"], ["10", "100", "9"]],
  ["capitals first", ["a", "B", "_", "Z"], ["B", "Z", "_", "a"]],
  ["by code points, and not by halves of them", ["\u{1f600}", "\ufffd", "é"], ["é", "\ufffd", "\u{1f600}"]],
] as const)
  test(`sortedJson() sorts keys: ${why}`, () => {
    for (const keys of [given, [...given].reverse()]) {
      const text = sortedJson(Object.fromEntries(keys.map((key) => [key, 1])));
      assert.deepEqual(
        [...text.matchAll(/^ "(.*)": 1/gm)].map(([, key]) => key),
        sorted,
      );
    }
  });

for (const [number, text] of [
  [0.0001, "0.0001"],
  [0.00001, "1e-05"],
  [1.5e-7, "1.5e-07"],
  [-2.25e-10, "-2.25e-10"],
  [5e-324, "5e-324"],
  [0.1 + 0.2, "0.30000000000000004"],
  [1e21, "1e+21"],
  [-1.5, "-1.5"],
  [0, "0"],
] as const)
  test(`sortedJson() writes ${number} as Python does`, () => assert.equal(sortedJson(number), text));
